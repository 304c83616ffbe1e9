import { equal } from '../../crypto/wire/bytes.ts'
import { demandFoundingToken } from './found-office.ts'
import { invitationOf } from './invitations.ts'
import { creationOptions } from './passkeys/creation-options.ts'
import { Refusal } from './ports.ts'
import type { Officer } from './session.ts'
import type { World } from './world.ts'

/**
 * Options for a first passkey, by founding or invitation token, whose `user.id` is the member id that the person will
 * have, or has where they get new keys; or for a further passkey of somebody who is signed in.
 */
export async function registrationOptions(
  world: World,
  request: { readonly token?: string | undefined; readonly label: string },
  officer: Officer | null,
) {
  if (request.token === undefined) {
    if (!officer) throw new Refusal('session.required')
    const { id } = officer.member
    const own = (await world.store.people.credentials()).filter(({ memberId }) => equal(memberId, id))
    return creationOptions(
      world,
      id,
      request.label,
      own.map((credential) => credential.id),
    )
  }
  const founded = (await world.store.directory.head()) !== null
  const invitation = founded ? await invitationOf(world, request.token) : null
  if (!founded) await demandFoundingToken(world, request.token)
  return creationOptions(world, invitation?.memberId ?? world.random(16), request.label, [])
}
