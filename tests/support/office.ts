import { countersign, foundOffice as signFounding, signStatement } from '../../crypto/index.ts'
import { fromBase64url, toBase64url } from '../../crypto/wire/base64url.ts'
import { type Bytes, equal, utf8 } from '../../crypto/wire/bytes.ts'
import { type Directory, foldDirectory } from '../../crypto/wire/directory.ts'
import { sha256 } from '../../crypto/wire/hash.ts'
import { decodeJoin } from '../../crypto/wire/join.ts'
import type { Payloads } from '../../crypto/wire/payloads.ts'
import type { SignedStatement, StatementKind } from '../../crypto/wire/statement.ts'
import { publishPack } from '../../src/build/pack.ts'
import type { Description } from '../../src/contract/description.ts'
import type { SignedStatement as StatementJson } from '../../src/contract/directory.ts'
import { dayNumber } from '../../src/domain/days.ts'
import { packFiles } from '../../src/domain/packs/in-use.ts'
import type { Role } from '../../src/domain/roles.ts'
import { type Client, createClient } from './client.ts'
import { enrol, joinBody, type Officer, random } from './officers.ts'
import type { Server } from './servers.ts'

/** The rules in use, by their hash. */
export const pack = publishPack(packFiles).hash

/** An invented office. */
export const description: Description = {
  version: 1,
  name: {
    en: 'Ethics Office of the Tidewater Union',
    fr: 'Bureau de l’éthique de l’Union de Tidewater',
    es: 'Oficina de Ética de la Unión de Tidewater',
    ar: 'مكتب الأخلاقيات في اتحاد تايدووتر',
  },
  contacts: { en: 'Room 12, second floor' },
  emergency: { en: 'Call the guards: 112' },
  exitAddress: 'https://weather.example/',
  timeZone: 'UTC',
  pack,
}

/** Where a service is, and what founds its office. */
export type Place = Pick<Server, 'origin' | 'foundingToken'>

/** A founded office as seen from outside, and the people in it. */
export interface Office {
  readonly server: Place
  readonly people: Officer[]
  readonly chief: Officer
  /** The directory as any browser gets and verifies it. */
  directory(): Promise<Directory>
  /** Today at the headquarters, days since 1970. */
  today(): Promise<number>
}

export const statementJson = ({ statement, signatures }: SignedStatement): StatementJson => ({
  statement: toBase64url(statement),
  signatures: signatures.map(({ signer, signature }) => ({
    signer: toBase64url(signer),
    signature: toBase64url(signature),
  })),
})

export async function directoryOf(client: Client): Promise<Directory> {
  const { statements } = await client.call('readDirectory')
  return foldDirectory(
    statements.map(({ statement, signatures }) => ({
      statement: fromBase64url(statement),
      signatures: signatures.map(({ signer, signature }) => ({
        signer: fromBase64url(signer),
        signature: fromBase64url(signature),
      })),
    })),
  )
}

/** What the founding call takes. */
export async function foundingBody(server: Place, label = 'Marika Osei') {
  const { officer, enrolment } = await enrol(server.origin, server.foundingToken, 'chief', label)
  const { day, serviceKey } = await officer.client.call('officeState')
  const founder = { memberId: officer.memberId, clearance: 1, label }
  const founding = { day: dayNumber(day), founder, serviceKey: fromBase64url(serviceKey), description }
  const { statements } = await signFounding(founding, officer.keys, random)
  const [found, describe] = statements
  const body = {
    token: server.foundingToken,
    statements: [statementJson(found), statementJson(describe)] as [StatementJson, StatementJson],
    ...enrolment,
  }
  return { officer, body }
}

/** Founds the office with its chief, who is signed in. */
export async function foundOffice(server: Place): Promise<Office> {
  const { officer, body } = await foundingBody(server)
  await officer.client.call('foundOffice', { body })
  const outside = createClient(server.origin)
  return {
    server,
    people: [officer],
    chief: officer,
    directory: () => directoryOf(outside),
    today: async () => dayNumber((await outside.call('officeState')).day),
  }
}

/** Signs the next statement, by one chief or several, and sends it from the first one's browser. */
export async function state<Kind extends StatementKind>(
  office: Office,
  kind: Kind,
  payload: Payloads[Kind],
  ...[first = office.chief, ...others]: Officer[]
) {
  const signed = signStatement(await office.directory(), await office.today(), kind, payload, first.keys)
  const signatures = [...signed.signatures, ...others.map(({ keys }) => countersign(signed.statement, keys))]
  return first.client.call(kind === 'open' ? 'openOffice' : 'appendStatement', {
    body: statementJson({ statement: signed.statement, signatures }),
  })
}

/** Invites somebody, who joins and waits. */
export async function join(office: Office, role: Role, label: string): Promise<Officer> {
  const { token } = await office.chief.client.call('invite', { body: { role } })
  const { officer, enrolment } = await enrol(office.server.origin, token, role, label)
  const { fingerprint } = await office.directory()
  await officer.client.call('join', { body: await joinBody(officer, enrolment, token, fingerprint) })
  return officer
}

/** Somebody who lost every key makes new ones by an invitation for them, which wait for a statement. */
export async function handInNewKeys(office: Office, lost: Officer): Promise<Officer> {
  const { role, label } = lost
  const body = { role, member: toBase64url(lost.memberId) }
  const { token } = await office.chief.client.call('invite', { body })
  const { officer, enrolment } = await enrol(office.server.origin, token, role, label)
  const { fingerprint } = await office.directory()
  await officer.client.call('join', { body: await joinBody(officer, enrolment, token, fingerprint) })
  return officer
}

/** The chief (or chiefs) put the new keys of somebody in the place of the old ones. */
export async function rekey(office: Office, officer: Officer, ...chiefs: Officer[]) {
  const { joining } = await office.chief.client.call('listJoining')
  const waiting = joining
    .map(({ join, proof }) => ({ join: decodeJoin(fromBase64url(join)), proof: fromBase64url(proof) }))
    .find(({ join }) => equal(join.signingKey, officer.keys.signing.publicKey))
  if (!waiting) throw new Error(`New keys of ${officer.label} do not wait`)
  return state(office, 'rekey', waiting, ...chiefs)
}

/** The chief (or chiefs) admit somebody who waits. */
export async function admit(office: Office, officer: Officer, ...chiefs: Officer[]): Promise<void> {
  const { joining } = await office.chief.client.call('listJoining')
  const waiting = joining.find(({ memberId }) => memberId === toBase64url(officer.memberId))
  if (!waiting) throw new Error(`${officer.label} does not wait`)
  const payload = { join: decodeJoin(fromBase64url(waiting.join)), proof: fromBase64url(waiting.proof) }
  await state(office, 'admit', payload, ...chiefs)
  office.people.push(officer)
}

const others: readonly (readonly [Role, string])[] = [
  ['officer', 'Idris Lindqvist'],
  ['substitute', 'Noor Achterberg'],
  ['alternate', 'Tomas Ferreira'],
  ['investigator', 'Wanjiru Dahl'],
]

/** An office with somebody in every role, in rehearsal. In order: chief, officer, substitute, alternate, investigator. */
export async function staffedOffice(server: Place): Promise<Office> {
  const office = await foundOffice(server)
  for (const [role, label] of others) await admit(office, await join(office, role, label))
  return office
}

/** Opens a staffed office. */
export async function openOffice(office: Office): Promise<void> {
  await state(office, 'open', { texts: await textsHash() })
}

export const textsHash = (): Promise<Bytes> => sha256(utf8('what reporters are shown'))
