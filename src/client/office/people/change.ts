import type { Desk } from '../desk/desk.ts'
import { refresh } from '../desk/refresh.ts'
import type { Change } from '../vault/vault.ts'

/**
 * Signs a change of the directory and hands it in. Where there are two chiefs, it waits for the signature of the other.
 * @returns whether it stands already
 */
export const changeDirectory = async (desk: Desk, change: Change): Promise<boolean> => {
  const day = desk.office.value?.day
  if (day === undefined) return false
  const answer = await desk.call('appendStatement', { body: await desk.vault.state(change, day) })
  await refresh(desk)
  return answer.applied
}
