import { fromBase64url } from '../../crypto/wire/base64url.ts'
import { equal } from '../../crypto/wire/bytes.ts'
import { foldNext } from '../../crypto/wire/directory.ts'
import { decodePayload } from '../../crypto/wire/payloads.ts'
import { decodeStatement } from '../../crypto/wire/statement.ts'
import { descriptionOf } from '../contract/description.ts'
import type { Founding } from '../contract/office.ts'
import { civilDayNumber } from '../domain/headquarters-day.ts'
import { demandStatementDay } from './append-statement.ts'
import { statementFrom, statementRow } from './json.ts'
import { testedKit } from './new-kit.ts'
import { verifyRegistration } from './passkeys/verify-registration.ts'
import { Refusal } from './ports.ts'
import { begin, type NewSignIn } from './sign-in.ts'
import type { World } from './world.ts'

/** Founds the office with its first chief, who is signed in. Of two who try at once, one succeeds. */
export async function foundOffice(world: World, founding: Founding, cookie: string | null): Promise<NewSignIn> {
  await demandFoundingToken(world, founding.token)
  const found = statementFrom(founding.statements[0])
  const describe = statementFrom(founding.statements[1])
  const first = await foldNext(null, found)
  const second = await foldNext(first, describe)
  const description = descriptionOf(second.directory.description)
  if (!description) throw new Refusal('directory.bad_description')
  const today = civilDayNumber(world.clock(), description.timeZone)
  for (const { statement } of [found, describe]) demandStatementDay(decodeStatement(statement).day, today)

  const { join, serviceKey } = decodePayload('found', decodeStatement(found.statement).payload)
  if (!equal(serviceKey, world.secrets.publicKey)) throw new Refusal('directory.wrong_service_key')
  const about = { memberId: join.memberId, label: join.label, created: today, state: 'ready' } as const
  const { credential, challenge } = await verifyRegistration(world, founding.credential, about)
  const kit = founding.kit ? await testedKit(world, founding.kit, join.memberId, today) : null
  const rows = [statementRow(found, 0, first.directory.head), statementRow(describe, 1, second.directory.head)]
  await world.store.people.found(rows, credential, kit).catch(alreadyFounded)
  const by = { passkey: credential.id, signCount: credential.signCount }
  return begin(world, { ...credential, challenge, by }, cookie)
}

/** The founding token is right, and there is no office yet. */
export async function demandFoundingToken(world: World, token: string): Promise<void> {
  if (await world.store.directory.head()) throw new Refusal('office.already_founded')
  if (!equal(fromBase64url(token), world.secrets.foundingToken)) throw new Refusal('invitation.invalid')
}

function alreadyFounded(error: unknown): never {
  throw error instanceof Refusal && error.code === 'directory.head_moved'
    ? new Refusal('office.already_founded')
    : error
}
