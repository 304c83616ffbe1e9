import { useEffect, useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { type Act, useAct } from '../use-act.ts'
import type { OpenedFile } from '../vault/types.ts'
import { openFile } from './append.ts'

/**
 * A case, opened when its view appears and again after each addition from here: also after one that came while it was
 * being read, which that reading may have missed.
 */
export const useFile = (address: string): { readonly file: OpenedFile | null; readonly reading: Act<[]> } => {
  const desk = useDesk()
  const added = useCell(desk.added)
  const [file, setFile] = useState<OpenedFile | null>(null)
  const reading = useAct(async () => {
    let known: number
    do {
      known = desk.added.value
      const opened = await openFile(desk, address)
      const head = opened.entries.findLast(({ lane }) => lane === 'shared')?.hash
      if (head !== undefined) desk.inbox.saw(head)
      setFile(opened)
    } while (known !== desk.added.value)
  })
  useEffect(reading.run, [address, added])
  return { file, reading }
}
