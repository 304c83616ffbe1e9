import type { Act } from '../../crypto/index.ts'
import { fromBase64url } from '../../crypto/wire/base64url.ts'
import type { Bytes } from '../../crypto/wire/bytes.ts'
import { rulesOfPack } from '../../src/build/pack.ts'
import type { Fields } from '../../src/domain/fields.ts'
import { packFiles } from '../../src/domain/packs/in-use.ts'
import { fieldsOfStep, type SealedStep } from '../../src/domain/procedure/fields.ts'
import type { Office } from './office.ts'
import { act, open, type Reporter, report, type Told, type Writer } from './reporters.ts'

/** Two acts against somebody who spoke up on 14 September 2026; they learnt of both in November. */
const account: Fields = {
  type: 'report',
  kind: 'protection',
  mode: 'anonymous',
  language: 'en',
  track: 'protection',
  story: 'Since I reported the travel, they push me out.',
  activity_what: 'I reported travel that was billed twice.',
  activity_when: '2026-09-14',
  acts: JSON.stringify([
    { type: 'kept-off-projects', known: '2026-11-02' },
    { type: 'bad-appraisal', known: '2026-11-16' },
  ]),
}

const work: Fields = { type: 'identity', work_duties: 'Travel claims of the western region', work_place: 'Room 12' }

/** Seals and sends a request for protection under the rules in use. */
export const request = (office: Office, told: Told = {}, more: Fields = {}): Promise<Reporter> =>
  report(office, {
    ...{ body: { ...account, ...more }, identity: work, pack: fromBase64url(rulesOfPack(packFiles).hash) },
    ...told,
  })

type Said = Partial<Omit<SealedStep, 'type' | 'transition'>>
type Days = Extract<Act, { act: 'say' }>['schedule']

/** Takes a step of the procedure, as a page would seal it. */
export const step = (writer: Writer, at: Bytes, transition: string, said: Said = {}, schedule?: Days): Promise<void> =>
  act(writer, at, {
    ...{ act: 'say', lane: 'shared', body: fieldsOfStep({ transition, ...said }) },
    ...(schedule && { schedule }),
  })

/** Takes a step that needs two: the first proposes it, the other signs what was proposed. */
export async function stepOfTwo(
  [first, second]: readonly [Writer, Writer],
  at: Bytes,
  transition: string,
  said: Said = {},
): Promise<void> {
  await step(first, at, transition, said)
  const { entries } = await open(second, at, null, false)
  const proposed = entries.findLast(({ lane }) => lane === 'shared')
  await step(second, at, transition, { seconds: proposed?.sequence ?? 0 })
}
