import { caseKeyDigits, caseKeyWords, generateCaseKey, sealEnvelope } from '../../crypto/index.ts'
import { type Bytes, fromBase64url, initialReaders, inStanding } from '../../crypto/wire/index.ts'
import { dayNumber, dayOf } from '../domain/days.ts'
import { headquarters } from '../domain/headquarters.ts'
import { civilDayNumber } from '../domain/headquarters-day.ts'
import { languages } from '../domain/languages/index.ts'
import { fieldsOf, type Step } from '../domain/steps.ts'
import { firstSummary } from '../domain/summary.ts'
import { age, rehearsal } from './cautions.ts'
import { evidenceOf, type Wanted } from './evidence.ts'
import { bytesIn, save, wordsIn } from './files.ts'
import { type Office, officeIn } from './office.ts'
import { plain } from './plain.ts'
import { Problem } from './problem.ts'

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

interface Order {
  readonly directory: string
  readonly fingerprint: string
  readonly out: string
  readonly text: string
  readonly language: string
  readonly exclude: readonly string[]
  readonly files: readonly Wanted[]
}

/** Locks a report into a file (PROTOCOL 19), and gives what is to be said: the key of its case, which is kept nowhere. */
export async function seal(order: Order): Promise<string> {
  const { directory: list, fingerprint, out, text, language, exclude } = order
  const tongue = languages.find(({ tag }) => tag === language)
  if (!tongue) throw new Problem('usage', `There is no language ${language}.`)
  const office = await officeIn(new TextDecoder().decode(await bytesIn(list)))
  demandNumber(office, fingerprint)
  const { directory, description } = office
  const left = [...new Set(exclude)].map((name) => ({ name, ids: idsOf(office, name) }))
  const excluded = left.flatMap(({ ids }) => ids)
  const readers = initialReaders(directory.members, excluded).map(({ label }) => plain(label))
  if (readers.length === 0) throw new Problem('unfit', 'Nobody in the office could read it.')

  const { files, fields, lines } = await evidenceOf(order.files, random)
  const caseKey = generateCaseKey(random)
  const story = await wordsIn(text)
  const report: Step = { type: 'report', kind: 'report', mode: 'anonymous', language, story }
  // The clock may go wrong, but not back behind the day on which the service itself gave out the directory.
  const day = Math.max(civilDayNumber(Date.now(), description.timeZone), dayNumber(office.day))
  const pack = fromBase64url(description.pack)
  const summary = firstSummary(report, dayOf(day), headquarters)
  const body = { ...fieldsOf(report), ...fields }
  const file = await sealEnvelope({ caseKey, directory, excluded, day, pack, body, files, summary }, random)
  await save(out, file)
  const cautions = [...rehearsal(office), ...age(office, dayOf(day)), ...left.map(leftOut), ...lines]
  return said({ out, readers, cautions, words: caseKeyWords(caseKey, tongue.keyWords), digits: caseKeyDigits(caseKey) })
}

function demandNumber({ digits }: Office, typed: string): void {
  const number = typed.replaceAll(/[\s.-]/g, '')
  if (!/^\d{40}$/.test(number))
    throw new Problem('usage', 'The number of an office has 40 digits. It stands on its poster.')
  if (number !== digits.join('')) {
    throw new Problem('unfit', `This directory is of another office: ${digits.join(' ')}. Do not use it.`)
  }
}

/** Everybody of a name: nobody can say which of them is meant, and one who reads too much harms more than one too few. */
function idsOf({ directory }: Office, name: string): readonly Bytes[] {
  const people = inStanding(directory.members)
  const named = people.filter(({ label }) => label === name || plain(label) === name)
  if (named.length === 0) {
    const there = people.map(({ label }) => plain(label)).join(', ')
    throw new Problem('usage', `There is nobody called ${plain(name)}. There are: ${there}.`)
  }
  return named.map(({ id }) => id)
}

const leftOut = ({ name, ids }: { readonly name: string; readonly ids: readonly Bytes[] }): string =>
  ids.length === 1 ? `Left out: ${plain(name)}.` : `Left out: ${plain(name)}, all ${ids.length} people of that name.`

interface Said {
  readonly out: string
  readonly readers: readonly string[]
  readonly cautions: readonly string[]
  readonly words: readonly string[]
  readonly digits: readonly string[]
}

const said = ({ out, readers, cautions, words, digits }: Said): string =>
  `Locked in ${out}. It can be read by: ${readers.join(', ')}.
A substitute of the office who gets hold of the file can read it too, unless you leave them out with --exclude.
${cautions.map((caution) => `${caution}\n`).join('')}Nothing was sent. Hand it in within 90 days: here, on the office's page, on a stick or by post.

These twelve words open its case from then on. They are shown once and kept nowhere.
Write them on paper, now. Not in a file, a mail, a photograph or a password store of your work.

${words.map((word, place) => `  ${String(place + 1).padStart(2)}  ${word.padEnd(12)}  ${digits[place]}`).join('\n')}
`
