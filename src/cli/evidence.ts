import { type Random, sealWhole, type WholeSealed } from '../../crypto/index.ts'
import { limits, paddedChunks, sizes, toBase64url } from '../../crypto/wire/index.ts'
import { type Cleaned, clean } from '../client/clean/clean.ts'
import words from '../client/i18n/messages/en/files.json' with { type: 'json' }
import { cleaningText, kindsOf, type Outcome, traceKinds } from '../domain/cleaning.ts'
import { safeFileName } from '../domain/file-name.ts'
import { type EvidenceFile, fileFields } from '../domain/files.ts'
import { bytesIn, lengthOf } from './files.ts'
import { plain } from './plain.ts'
import { Problem } from './problem.ts'

/** What somebody wants to lock in with a report, by its path. */
export interface Wanted {
  readonly path: string
  /** Whether it may go with what remains in it. */
  readonly asItIs: boolean
}

/** Files that were looked at and sealed: what travels, what the body says of them, and what is said of them here. */
export interface Evidence {
  readonly files: readonly WholeSealed[]
  readonly fields: Readonly<Record<string, string>>
  readonly lines: readonly string[]
}

interface Seen extends Cleaned {
  readonly path: string
  readonly name: string
  readonly content: Uint8Array<ArrayBuffer>
}

const MiB = 2 ** 20
/** What travels in one locked file, before it is sealed. */
const ROOM = limits.envelopeChunks * sizes.chunk

const LATER = 'What is left out can follow on the page of the case, once the office has the report.'

/** Takes the traces out of files, as the pages do, and seals them. Whatever is not understood goes only where its owner said so. */
export async function evidenceOf(wanted: readonly Wanted[], random: Random): Promise<Evidence> {
  if (wanted.length > limits.files) throw new Problem('unfit', `No more than ${limits.files} files can come at once.`)
  const seen: Seen[] = []
  for (const one of wanted) seen.push(await seenAt(one))
  demandRoom(seen)
  const files: WholeSealed[] = []
  for (const { content } of seen) files.push(await sealWhole(content, random))
  const told = seen.map((one, place) => described(one, files[place] as WholeSealed))
  return { files, fields: fileFields(told), lines: seen.flatMap(said) }
}

async function seenAt({ path, asItIs }: Wanted): Promise<Seen> {
  // What can never travel along need not be read.
  if ((await lengthOf(path)) > ROOM)
    throw new Problem('unfit', `${plain(path)} has more than ${ROOM / MiB} MiB. ${LATER}`)
  const bytes = await bytesIn(path)
  const name = safeFileName(path)
  const cleaned = await clean(bytes)
  const doubts = doubtsOf(cleaned)
  if (doubts !== '' && !asItIs) {
    const way = 'To lock it in with that, name it by --as-it-is in place of --file.'
    throw new Problem('unfit', `${plain(path)}: ${doubts} ${way}`)
  }
  return { ...cleaned, path, name, content: cleaned.bytes ?? bytes }
}

/** The files of a report come in whole chunks, each with the padding that hides how long it is. */
function demandRoom(seen: readonly Seen[]): void {
  const chunks = seen.map(({ content }) => paddedChunks(content.length)).reduce((sum, count) => sum + count, 0)
  if (chunks <= limits.envelopeChunks) return
  const weight = Math.ceil((chunks * sizes.chunk) / (MiB / 10)) / 10
  throw new Problem(
    'unfit',
    `Files may weigh ${ROOM / MiB} MiB together, and these weigh ${weight} with what hides their sizes. ${LATER}`,
  )
}

const described = ({ name, outcome, removed, remains }: Seen, { hash, key, size }: WholeSealed): EvidenceFile => ({
  ...{ hash: toBase64url(hash), key: toBase64url(key), size, name, type: '' },
  cleaned: cleaningText({ outcome, removed: kindsOf(removed), remains: kindsOf(remains) }),
})

/** Why a file may tell of its owner although it was looked at; nothing where it does not. */
const DOUBTS: Readonly<Partial<Record<Outcome, string>>> = {
  unknown: 'nobody can look into files of this kind here. It may hold names, places or times.',
  broken: 'it is not made as its kind should be, so nothing was taken out of it.',
  locked: 'it is locked with a password, so nothing was taken out of it.',
  large: 'there is too much in it to be looked through here. It may hold names, places or times.',
}

const doubtsOf = ({ outcome, remains }: Cleaned): string =>
  DOUBTS[outcome] ?? (remains.length > 0 ? `still in it: ${listOf(remains)}.` : '')

/** So many values of one kind are shown: a document may name a hundred people. */
const SHOWN = 5

const listOf = (traces: Cleaned['removed']): string =>
  traceKinds
    .filter((kind) => traces.some((one) => one.kind === kind))
    .map((kind) => words[`files.trace.${kind}`] + valuesOf(traces.filter((one) => one.kind === kind)))
    .join(', ')

const valuesOf = (traces: Cleaned['removed']): string => {
  const read = traces.map(({ value }) => value).filter((value) => value !== '')
  const more = read.length > SHOWN ? '; …' : ''
  return read.length === 0 ? '' : ` (${read.slice(0, SHOWN).map(plain).join('; ')}${more})`
}

function said(one: Seen): string[] {
  const { name, outcome, removed } = one
  const taken = removed.length > 0 ? [`  taken out: ${listOf(removed)}.`] : []
  const doubts = doubtsOf(one)
  const nothing =
    outcome === 'plain' ? 'a plain text: nothing is hidden in it.' : 'none of the traces looked for are in it.'
  const rest = doubts === '' ? (taken.length > 0 ? [] : [`  ${nothing}`]) : [`  ${doubts}`]
  return [`With it goes ${name}:`, ...taken, ...rest]
}
