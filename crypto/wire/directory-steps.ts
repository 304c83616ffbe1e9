import { type Bytes, equal, fromUtf8, hex, zero32 } from './bytes.ts'
import { acceptablePoint, type Verify } from './ed25519.ts'
import { must, WireError } from './errors.ts'
import { encodeJoin, type Join, joinProofBytes } from './join.ts'
import { type Member, memberOf, withId } from './member.ts'
import { decodePayload, type Payloads } from './payloads.ts'
import { acceptableSealingKey } from './sealing-key.ts'
import type { Statement, StatementKind } from './statement.ts'

/** What the statements so far have made of the office. */
export interface Office {
  readonly members: readonly Member[]
  readonly serviceKeys: readonly Bytes[]
  readonly description: unknown
  readonly texts: Bytes | null
  /** Every key and member id that was ever used, in hexadecimal: none comes back (PROTOCOL 4.5). */
  readonly used: ReadonlySet<string>
}

export const emptyOffice: Office = { members: [], serviceKeys: [], description: null, texts: null, used: new Set() }

interface Context {
  office: Office
  fingerprint: Bytes
  verify: Verify
}

type Step<Payload> = (context: Context, payload: Payload) => Office | Promise<Office>

/** Adds names to the used ones. Throws `directory.reused` if one of them was there. */
function use(office: Office, ...names: Bytes[]): ReadonlySet<string> {
  const used = new Set(office.used)
  for (const name of names.map(hex)) {
    must(!used.has(name), 'directory.reused')
    used.add(name)
  }
  return used
}

/** The new keys can be used, and whoever joins holds the signing one. Throws `directory.malformed` or `directory.bad_proof`. */
async function checkProof({ fingerprint, verify }: Context, join: Join, proof: Bytes): Promise<void> {
  must(acceptableSealingKey(join.sealingKey), 'directory.malformed')
  must(await verify(join.signingKey, joinProofBytes(fingerprint, encodeJoin(join)), proof), 'directory.bad_proof')
}

function checkServiceKey(key: Bytes): void {
  must(acceptablePoint(key), 'directory.malformed')
}

const lawfulClearance = (clearance: number) => must(clearance <= 3, 'directory.malformed')

function standing(office: Office, id: Bytes): Member {
  const member = withId(office.members, id)
  must(member !== undefined, 'directory.unknown_member')
  must(member.standing, 'directory.not_in_standing')
  return member
}

/** Puts a changed member in the old one's place; somebody in standing must still be chief. */
function replaced(office: Office, member: Member): Office {
  const members = office.members.map((old) => (equal(old.id, member.id) ? member : old))
  must(
    members.some(({ standing, role }) => standing && role === 'chief'),
    'directory.last_chief',
  )
  return { ...office, members }
}

async function admitted(context: Context, join: Join, proof: Bytes): Promise<Office> {
  lawfulClearance(join.clearance)
  await checkProof(context, join, proof)
  const used = use(context.office, join.memberId, join.signingKey, join.sealingKey)
  return { ...context.office, members: [...context.office.members, await memberOf(join)], used }
}

function descriptionOf(json: Bytes): unknown {
  try {
    const value: unknown = JSON.parse(fromUtf8(json))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Neither UTF-8 nor JSON: refused below.
  }
  throw new WireError('directory.bad_description')
}

const steps: { [Kind in StatementKind]: Step<Payloads[Kind]> } = {
  async found(context, { join, proof, serviceKey }) {
    must(join.role === 'chief', 'directory.wrong_role')
    checkServiceKey(serviceKey)
    const office = await admitted({ ...context, fingerprint: zero32 }, join, proof)
    return { ...office, serviceKeys: [serviceKey], used: use(office, serviceKey) }
  },
  describe: ({ office }, { description }) => ({ ...office, description: descriptionOf(description) }),
  admit: (context, { join, proof }) => admitted(context, join, proof),
  change({ office }, { memberId, ...change }) {
    lawfulClearance(change.clearance)
    return replaced(office, { ...standing(office, memberId), ...change })
  },
  retire: ({ office }, { memberId }) => replaced(office, { ...standing(office, memberId), standing: false }),
  async rekey(context, { join, proof }) {
    const { office } = context
    const { role, clearance, label } = standing(office, join.memberId)
    // New keys and nothing else: roles change by a statement that says so.
    must(join.role === role && join.clearance === clearance && join.label === label, 'directory.wrong_role')
    await checkProof(context, join, proof)
    const used = use(office, join.signingKey, join.sealingKey)
    return { ...replaced(office, await memberOf(join)), used }
  },
  'service-key'({ office }, { serviceKey }) {
    checkServiceKey(serviceKey)
    return { ...office, serviceKeys: [...office.serviceKeys, serviceKey], used: use(office, serviceKey) }
  },
  open: ({ office }, { texts }) => ({ ...office, texts }),
}

/** What a statement makes of the office (PROTOCOL 4.2 to 4.5). Throws `WireError('directory.…')`. */
export async function applyStatement(
  office: Office,
  statement: Statement,
  fingerprint: Bytes,
  verify: Verify,
): Promise<Office> {
  const { kind, payload } = statement
  must((kind === 'found') === (statement.sequence === 0), 'directory.wrong_kind')
  const step = steps[kind] as Step<Payloads[StatementKind]>
  return step({ office, fingerprint, verify }, decodePayload(kind, payload))
}
