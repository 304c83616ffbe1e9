import { toBase64url } from '../../crypto/wire/base64url.ts'
import type { DirectoryAnswer, Mark, OfficeState } from '../contract/directory.ts'
import { type Day, dayOf } from '../domain/days.ts'
import { civilDay } from '../domain/headquarters-day.ts'
import { defaultTimeZone } from './current-office.ts'
import { statementToJson } from './json.ts'
import type { MarkRow } from './ports.ts'
import type { World } from './world.ts'

/** Whether there is an office, whether it is open, and today's date there. */
export async function officeState(world: World): Promise<OfficeState> {
  const office = await world.office()
  return {
    founded: office !== null,
    open: office?.directory.open ?? false,
    day: await todayThere(world),
    serviceKey: toBase64url(world.secrets.publicKey),
    fingerprint: office ? toBase64url(office.directory.fingerprint) : null,
  }
}

/** All that a page needs to verify the directory by itself. */
export async function readDirectory(world: World): Promise<DirectoryAnswer> {
  const [day, statements, marks] = await Promise.all([
    todayThere(world),
    world.store.directory.statements(),
    world.store.directory.marks(),
  ])
  return { day, statements: statements.map(statementToJson), marks: marks.map(markToJson) }
}

async function todayThere(world: World): Promise<Day> {
  const office = await world.office()
  return office ? dayOf(office.today) : civilDay(world.clock(), defaultTimeZone)
}

const markToJson = ({ signer, head, day, signature }: MarkRow): Mark => ({
  signer: toBase64url(signer),
  head: toBase64url(head),
  day: dayOf(day),
  signature: toBase64url(signature),
})
