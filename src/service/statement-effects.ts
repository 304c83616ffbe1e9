import { equal } from '../../crypto/wire/bytes.ts'
import type { Directory } from '../../crypto/wire/directory.ts'
import { encodeJoin } from '../../crypto/wire/join.ts'
import { decodePayload, type Payloads } from '../../crypto/wire/payloads.ts'
import type { Statement, StatementKind } from '../../crypto/wire/statement.ts'
import { descriptionOf } from '../contract/description.ts'
import { checklist, isMet } from './checklist.ts'
import type { CurrentOffice } from './current-office.ts'
import { Refusal, type StatementEffects } from './ports.ts'
import type { World } from './world.ts'

interface Attempt {
  readonly world: World
  readonly office: CurrentOffice
  /** What the description would be once the statement stands. */
  readonly description: Directory['description']
}

type Effect<Payload> = (attempt: Attempt, payload: Payload) => Promise<StatementEffects>

const notHere = async (): Promise<never> => {
  throw new Refusal('directory.wrong_kind')
}

/** What each kind of statement needs beyond the protocol's rules, and what else happens when it lands. */
const effects: { readonly [Kind in StatementKind]: Effect<Payloads[Kind]> } = {
  found: notHere,
  rekey: async ({ world }, { join }) => {
    const bytes = encodeJoin(join)
    const waiting = (await world.store.people.joining()).find((person) => equal(person.join, bytes))
    if (!waiting) throw new Refusal('joining.not_found')
    return { waiting: bytes, rekeyed: { member: join.memberId, waited: waiting.memberId } }
  },
  describe: async ({ description }) => {
    if (!descriptionOf(description)) throw new Refusal('directory.bad_description')
    return {}
  },
  admit: async ({ world }, { join }) => {
    const waiting = encodeJoin(join)
    const people = await world.store.people.joining()
    if (!people.some((person) => equal(person.join, waiting))) throw new Refusal('joining.not_found')
    return { waiting, admitted: join.memberId }
  },
  change: async ({ office }, { memberId, role, clearance }) => {
    const before = office.directory.members.find(({ id }) => equal(id, memberId))
    return before?.role === role && before.clearance === clearance ? {} : { signedOut: memberId }
  },
  retire: async (_, { memberId }) => ({ retired: memberId }),
  'service-key': async ({ world }, { serviceKey }) => {
    if (!equal(serviceKey, world.secrets.publicKey)) throw new Refusal('directory.wrong_service_key')
    return {}
  },
  open: async ({ world, office }) => {
    if (office.directory.open) throw new Refusal('office.already_open')
    if (!(await checklist(world, office)).every(isMet)) throw new Refusal('office.checklist')
    return { wipesCases: true }
  },
}

/** Throws a `Refusal` if the statement may not stand here. */
export async function effectsOf(attempt: Attempt, { kind, payload }: Statement): Promise<StatementEffects> {
  const effect = effects[kind] as Effect<Payloads[StatementKind]>
  return effect(attempt, decodePayload(kind, payload))
}
