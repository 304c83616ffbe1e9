import type { SignedIn } from '../../../contract/office.ts'
import { usePasskey } from '../passkey/ask.ts'
import { PageProblem } from '../problem.ts'
import type { Unlocker } from '../vault/vault.ts'
import type { Desk, Me } from './desk.ts'
import { forgetDrafts } from './leave.ts'
import { readOwn } from './own.ts'
import { readOffice } from './refresh.ts'

/** Signs in with whichever passkey the person picks; its PRF unlocks the keys. */
export const enterByPasskey = async (desk: Desk): Promise<void> => {
  const { response, prf } = await usePasskey(
    await desk.call('signInOptions', { body: {} }),
    await desk.vault.prfInput(),
  )
  await sitDown(desk, { by: 'passkey', key: prf }, await desk.call('signInByPasskey', { body: { response } }))
}

/** Signs in with the 32 bytes of a recovery kit, which also unlock the keys. */
export const enterByKit = async (desk: Desk, kit: Unlocker['key']): Promise<void> => {
  const { challenge } = await desk.call('kitChallenge', { body: {} })
  const { publicKey, signature } = await desk.vault.signByKit(kit, challenge)
  const signedIn = await desk.call('signInByKit', { body: { publicKey, challenge, signature } })
  await sitDown(desk, { by: 'kit', key: kit }, signedIn)
}

/** Unlocks the keys, and signs that this directory was seen today. */
export const sitDown = async (desk: Desk, unlocker: Unlocker, signedIn: SignedIn): Promise<void> => {
  await readOffice(desk)
  await desk.vault.unlock(unlocker, signedIn.memberId, signedIn.wrappedSecret)
  const person = desk.book.value?.people.find(({ id }) => id === signedIn.memberId)
  const day = desk.office.value?.day
  if (person === undefined || day === undefined) throw new PageProblem('vault.unknown_member')
  const seen = desk.vault.mark(day).then((body) => desk.call('mark', { body }))
  const [session] = await Promise.all([desk.call('readSession'), seen])
  desk.session.set(session)
  const me: Me = { id: person.id, role: person.role, label: person.label, by: unlocker.by }
  if (lastHere.get(desk) !== me.id) forgetDrafts(desk)
  lastHere.set(desk, me.id)
  desk.me.set(me)
  await readOwn(desk).catch(() => undefined)
}

/** Who sat here last: what was typed is kept for that person and for nobody else. */
const lastHere = new WeakMap<Desk, string>()
