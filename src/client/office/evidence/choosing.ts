import { type Chosen, goes } from '../../files/chosen.ts'
import type { Desk } from '../desk/desk.ts'
import { PageProblem } from '../problem.ts'

let last = 0

/** What choosing needs of the desk. */
type Chooser = Pick<Desk, 'drafts' | 'cleaner'>

/** Turns the files that were chosen for a draft, as they stand, into what they become. */
const change = ({ drafts }: Chooser, name: string, by: (chosen: readonly Chosen[]) => readonly Chosen[]): void =>
  drafts.write(name, { chosen: by(drafts.read(name).chosen) })

/** Ends looking at files that were taken out of their draft. */
const stops = new Map<number, AbortController>()

/** Puts a file to a draft. What can be taken out of it is taken out, as it is for a reporter, even while the desk is locked. */
export const chooseFile = async (desk: Chooser, name: string, file: File): Promise<void> => {
  last += 1
  const mine: Chosen = { id: last, name: file.name, file, looked: 'wait', asItIs: true }
  change(desk, name, (all) => [...all, mine])
  const stop = new AbortController()
  stops.set(mine.id, stop)
  const looked = await desk.cleaner.look(file, stop.signal)
  stops.delete(mine.id)
  change(desk, name, (all) => all.map((one) => (one.id === mine.id ? { ...one, looked } : one)))
}

/** Takes files out of a draft. */
export const dropChosen = (desk: Chooser, name: string, gone: readonly Chosen[]): void => {
  change(desk, name, (all) => all.filter(({ id }) => gone.every((one) => one.id !== id)))
  for (const { id } of gone) stops.get(id)?.abort()
}

/**
 * The files of a draft once all of them have been looked at: none is left out because it took long, nor because it cannot
 * be read. @throws PageProblem `files.unreadable`; the signal's reason
 */
export const readyFiles = async (
  { drafts }: Pick<Chooser, 'drafts'>,
  name: string,
  signal: AbortSignal,
): Promise<readonly Chosen[]> => {
  const waits = (): boolean => drafts.read(name).chosen.some(({ looked }) => looked === 'wait')
  await new Promise<void>((resolve) => {
    const stop = drafts.all.watch(check)
    signal.addEventListener('abort', check)
    function check(): void {
      if (waits() && !signal.aborted) return
      stop()
      signal.removeEventListener('abort', check)
      resolve()
    }
    check()
  })
  signal.throwIfAborted()
  const { chosen } = drafts.read(name)
  if (!chosen.every(goes)) throw new PageProblem('files.unreadable')
  return chosen
}
