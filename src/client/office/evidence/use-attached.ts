import { useEffect, useRef, useState } from 'preact/hooks'
import { type Chosen, goes } from '../../files/chosen.ts'
import type { NamedEvidence } from '../../files/named.ts'
import { type FileSender, fileSender } from '../../files/send-files.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { noDraft } from '../desk/drafts.ts'
import { fromBase64 } from '../net/base64.ts'
import { officeFileLines } from '../net/file-lines.ts'
import { type Act, useAct } from '../use-act.ts'
import { filesBesides } from './attached.ts'

/** The files of a form that an officer writes, and how they are sent before it. */
export interface Attached {
  readonly files: readonly Chosen[]
  /** Turns the files as they stand into what they become. */
  readonly change: (change: (files: readonly Chosen[]) => readonly Chosen[]) => void
  /** Files that were sent before, for something that was taken back or failed. */
  readonly sent: readonly NamedEvidence[]
  readonly drop: (file: NamedEvidence) => void
  /** Sends the files, then does what comes after with all of them, and forgets them. */
  readonly send: Act<[after: (files: readonly NamedEvidence[]) => void]>
  /** From 0 to 1, while they are sent. */
  readonly part: number
}

/**
 * Keeps the files of one form, whose draft has this name. They are sent when it is, sealed; sent again after a broken line,
 * they go on.
 */
export const useAttached = (address: string, name: string): Attached => {
  const desk = useDesk()
  const before = (useCell(desk.drafts.all).get(name) ?? noDraft).files
  const [files, setFiles] = useState<readonly Chosen[]>([])
  const [part, setPart] = useState(0)
  const sender = useRef<FileSender>(null)
  const stopping = useRef(new AbortController())
  useEffect(() => () => stopping.current.abort(), [])
  const send = useAct(async (after: (files: readonly NamedEvidence[]) => void) => {
    sender.current ??= fileSender((_, blob, tell) => desk.vault.upload(officeFileLines(desk.call, address), blob, tell))
    const going = files.filter(goes)
    const sent =
      going.length === 0
        ? []
        : await sender.current.send(
            fromBase64(address),
            going,
            (sending) => setPart(sending.part),
            stopping.current.signal,
          )
    after([...before, ...sent])
    setFiles([])
    sender.current = null
  })
  const drop = (file: NamedEvidence): void =>
    desk.drafts.write(name, { files: filesBesides(desk.drafts.read(name), [file]) })
  return { files, change: setFiles, sent: before, drop, send, part }
}
