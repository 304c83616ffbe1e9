import { useEffect, useRef, useState } from 'preact/hooks'
import type { Chosen } from '../../files/chosen.ts'
import type { NamedEvidence } from '../../files/named.ts'
import { type FileSender, fileSender } from '../../files/send-files.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { noDraft } from '../desk/drafts.ts'
import { fromBase64 } from '../net/base64.ts'
import { officeFileLines } from '../net/file-lines.ts'
import { type Act, useAct } from '../use-act.ts'
import { filesBesides } from './attached.ts'
import { chooseFile, dropChosen, readyFiles } from './choosing.ts'

/** The files of a form that an officer writes, and how they are sent before it. */
export interface Attached {
  readonly files: readonly Chosen[]
  readonly add: (file: File) => void
  readonly remove: (chosen: Chosen) => void
  /** Files that were sent before, for something that was taken back or failed. */
  readonly sent: readonly NamedEvidence[]
  readonly drop: (file: NamedEvidence) => void
  /** Sends the files once they were looked at, then does what comes after with all of them, and forgets them. */
  readonly send: Act<[after: (files: readonly NamedEvidence[]) => void]>
  /** From 0 to 1, while they are sent. */
  readonly part: number
}

/** The files of the draft of this name. They are sent when it is, sealed; sent again after a broken line, they go on. */
export const useAttached = (address: string, name: string): Attached => {
  const desk = useDesk()
  const { chosen, files: before } = useCell(desk.drafts.all).get(name) ?? noDraft
  const [part, setPart] = useState(0)
  const sender = useRef<FileSender>(null)
  const stopping = useRef(new AbortController())
  useEffect(() => () => stopping.current.abort(), [])
  const send = useAct(async (after: (files: readonly NamedEvidence[]) => void) => {
    const { signal } = stopping.current
    const going = await readyFiles(desk, name, signal)
    sender.current ??= fileSender((_, blob, tell) => desk.vault.upload(officeFileLines(desk.call, address), blob, tell))
    const sent =
      going.length === 0
        ? []
        : await sender.current.send(fromBase64(address), going, (sending) => setPart(sending.part), signal)
    after([...desk.drafts.read(name).files, ...sent])
    dropChosen(desk, name, going)
    sender.current = null
  })
  return {
    files: chosen,
    add: (file) => void chooseFile(desk, name, file),
    remove: (one) => {
      dropChosen(desk, name, [one])
      sender.current?.drop(one.id)
    },
    sent: before,
    drop: (file) => desk.drafts.write(name, { files: filesBesides(desk.drafts.read(name), [file]) }),
    ...{ send, part },
  }
}
