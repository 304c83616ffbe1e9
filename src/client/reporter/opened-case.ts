import { type Bytes, toBase64url } from '../../../crypto/wire/index.ts'
import { headquarters } from '../../domain/headquarters.ts'
import { fieldsOf, type Step } from '../../domain/steps.ts'
import { type Story, tellStory } from '../../domain/story.ts'
import { summarise, titleFrom } from '../../domain/summary.ts'
import { needsRules } from '../../domain/tell-case.ts'
import type { Told } from '../../domain/told.ts'
import { bringing } from '../files/named.ts'
import { fetchOffice, type Office } from './office.ts'
import type { Procedure, Procedures } from './procedure/procedure.ts'
import { readPages } from './read-case.ts'
import type { Addition, Author, CaseEntry, CaseVault, OpenCase } from './vault.ts'
import { markVisit, type Visits } from './visit.ts'

type Report = Extract<Step, { type: 'report' }>

/** A case that is open in this page: the key, the office that answers for it, what was verified and where it stands. */
export interface OpenedCase {
  readonly key: Bytes
  readonly office: Office
  readonly file: OpenCase
  readonly report: Report
  readonly story: Story
  /** The procedure of a request for protection; null for a case that goes through none. */
  readonly procedure: Procedure | null
  /** What this visit and the one before it left; null where the case was only read again. */
  readonly visits: Visits | null
}

/** A case whose very first entry is not a report: nothing of it can be shown. */
export class Unreadable extends Error {
  readonly code = 'rule.first_batch'
}

/**
 * Fetches, verifies and opens the case under a key, a request with the rules that it began under.
 * @param visiting it is a visit, which leaves its mark; else it is read once more
 * @returns null if there is none under this key
 * @throws RulesProblem if its rules are not to be had
 */
export type CaseReader = (key: Bytes, visiting?: 'visiting') => Promise<OpenedCase | null>

/** Makes the reader of a page. */
export const caseReader =
  (vault: CaseVault, procedures: Procedures, poster: string | null): CaseReader =>
  async (key, visiting) => {
    const [office, pages] = await Promise.all([fetchOffice(poster, vault.verifyDirectory), readPages(vault, key)])
    // Before it is known whether there is a case: a wrong key asks for the same.
    const marked = visiting && markVisit(vault, key, office.day)
    const file = await vault.openCase(key, office, pages)
    const visits = (await marked) ?? null
    if (file === null) return null
    const told = toldOf(file.entries)
    const report = told[0]?.step
    if (report?.type !== 'report') throw new Unreadable()
    const procedure = await procedureOf(procedures, file, office, needsRules(fieldsOf(report)))
    const story = storyOf(told, procedure)
    return { key, office, file, report, procedure, story, visits }
  }

/** The rules are fetched for every case, so that nobody on the line sees which are requests. */
const procedureOf = async (
  { fetchRules, begin }: Procedures,
  file: OpenCase,
  office: Office,
  needed: boolean,
): Promise<Procedure | null> => {
  const fetched = fetchRules(toBase64url(file.pack))
  if (needed) return begin(await fetched, office)
  await fetched.catch(() => undefined)
  return null
}

/** @throws Unreadable */
const storyOf = (told: readonly Told[], procedure: Procedure | null): Story => {
  const story = procedure === null ? tellStory(told, headquarters) : procedure.tell(told)?.story
  if (!story) throw new Unreadable()
  return story
}

const authorId = (author: Author): string | null =>
  author === null || author === 'service' ? author : toBase64url(author.id)

/** The entries of the shared lane that count and say something or let somebody in, as the rules read them. */
export const toldOf = (entries: readonly CaseEntry[]): Told[] =>
  entries.flatMap(({ lane, kind, sequence, day, author, further, key, step, rule, members, files }) => {
    if (lane !== 'shared' || rule !== null) return []
    const told = {
      sequence,
      day,
      author: authorId(author),
      ...(further && { further }),
      ...(key && { key }),
      ...bringing(files),
    }
    if (kind !== 'grant') return step === null ? [] : [{ ...told, step }]
    return [{ ...told, step: step ?? { type: 'granted' }, joins: members.map(({ id }) => toBase64url(id)) }]
  })

/** The name of somebody of the office, by the id that a story has. */
export const labelOf = ({ directory }: Office, id: string): string =>
  directory.members.find((member) => toBase64url(member.id) === id)?.label ?? ''

/** The case after one more step with the key that is in the page: its summary for the office's list, and the days in the clear of a request. */
export const afterStep = (
  { file, office, report, procedure }: OpenedCase,
  step: Step,
): Pick<Addition, 'summary' | 'schedule'> => {
  const told = toldOf(file.entries)
  const by = { author: null, ...(file.me && { further: file.me }) }
  const next: Told = { sequence: (told.at(-1)?.sequence ?? 0) + 1, day: office.day, ...by, step }
  const all = [...told, next]
  const telling = procedure?.tell(all) ?? null
  const standing = { story: storyOf(all, procedure), progress: telling?.progress ?? null }
  const title = report.title ?? titleFrom(report.story)
  return { summary: summarise(standing, title), ...(telling && { schedule: telling.schedule }) }
}
