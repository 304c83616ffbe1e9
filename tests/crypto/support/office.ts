import {
  countersign,
  foundOffice,
  generateOfficerSecret,
  type OfficerKeys,
  officerKeys,
  proveJoin,
  ready,
  signStatement,
} from '../../../crypto/index.ts'
import { signingPair } from '../../../crypto/sodium/index.ts'
import type { SigningPair } from '../../../crypto/sodium/sign.ts'
import {
  type Bytes,
  type Directory,
  decodeJoin,
  foldDirectory,
  type Payloads,
  type Role,
  type SignedStatement,
  type StatementKind,
} from '../../../crypto/wire/index.ts'
import { dice } from './dice.ts'

export const today = 20_412

/** A person of an invented office. */
export interface Person {
  readonly id: Bytes
  readonly name: string
  readonly role: Role
  keys: OfficerKeys
}

/** An invented office with real keys, whose directory grows as its people sign. */
export interface Office {
  readonly service: SigningPair
  readonly people: Record<string, Person>
  statements: SignedStatement[]
  directory: Directory
  /** Has the chiefs in standing sign a statement, and whoever has to besides, and takes it in. */
  state<Kind extends StatementKind>(kind: Kind, payload: Payloads[Kind], besides?: Person): Promise<void>
  admit(name: string, role: Role): Promise<Person>
  retire(name: string): Promise<void>
  /** Gives a person new keys, which the old ones sign too. */
  rekey(name: string): Promise<void>
  person(name: string): Person
}

async function makePerson(name: string, role: Role): Promise<Person> {
  const random = dice(`person ${name}`)
  return { id: random(16), name, role, keys: await officerKeys(generateOfficerSecret(random)) }
}

const newcomer = ({ id, name, role }: Person) => ({ memberId: id, role, clearance: 1, label: name })

/** Founds an office with one chief and admits the others, in order. */
export async function anOffice(others: Record<string, Role> = {}): Promise<Office> {
  await ready()
  const service = signingPair(dice('service')(32))
  const chief = await makePerson('Chief', 'chief')
  const { role: _, ...founder } = newcomer(chief)
  const description = { version: 1, name: { en: 'Office of Ethics' } }
  const founding = { day: today - 400, founder, serviceKey: service.publicKey, description }
  const { statements } = await foundOffice(founding, chief.keys, dice('found'))
  const office: Office = {
    service,
    people: { Chief: chief },
    statements,
    directory: await foldDirectory(statements),
    person: (name) => office.people[name] as Person,
    async state(kind, payload, besides) {
      const chiefs = office.directory.members.filter(({ standing, role }) => standing && role === 'chief')
      const signers = chiefs.map(({ label }) => office.person(label).keys)
      const [first, second] = signers as [OfficerKeys, OfficerKeys?]
      const statement = signStatement(office.directory, today - 300, kind, payload, first)
      if (second) statement.signatures.push(countersign(statement.statement, second))
      if (besides) statement.signatures.push(countersign(statement.statement, besides.keys))
      office.directory = await foldDirectory([...office.statements, statement])
      office.statements.push(statement)
    },
    async admit(name, role) {
      const person = await makePerson(name, role)
      const { join, proof } = proveJoin(newcomer(person), person.keys, office.directory.fingerprint)
      await office.state('admit', { join: decodeJoin(join), proof })
      office.people[name] = person
      return person
    },
    retire: (name) => office.state('retire', { memberId: office.person(name).id }),
    async rekey(name) {
      const person = office.person(name)
      const keys = await officerKeys(dice(`new keys of ${name}`)(32))
      const { join, proof } = proveJoin(newcomer(person), keys, office.directory.fingerprint)
      await office.state('rekey', { join: decodeJoin(join), proof }, person)
      person.keys = keys
    },
  }
  for (const [name, role] of Object.entries(others)) await office.admit(name, role)
  return office
}
