import type { Desk } from '../desk/desk.ts'
import { refresh } from '../desk/refresh.ts'
import { CallError } from '../net/call.ts'
import { PageProblem } from '../problem.ts'
import type { Change } from '../vault/vault.ts'

/**
 * Signs a change of the directory and hands it in. Where there are two chiefs, it waits for the signature of the other.
 * If somebody else has changed the directory meanwhile, it is signed once more on what is there now.
 * @returns whether it stands already
 */
export const changeDirectory = async (desk: Desk, change: Change, again = true): Promise<boolean> => {
  const day = desk.office.value?.day
  if (day === undefined) throw new PageProblem('page.failed')
  try {
    const { applied } = await desk.call('appendStatement', { body: await desk.vault.state(change, day) })
    await refresh(desk)
    return applied
  } catch (cause) {
    if (!again || !(cause instanceof CallError) || !moved.has(cause.code)) throw cause
    await refresh(desk)
    return changeDirectory(desk, change, false)
  }
}

const moved: ReadonlySet<string> = new Set(['directory.head_moved', 'directory.wrong_day'])
