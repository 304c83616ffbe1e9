import type { Bytes } from '../../../crypto/wire/index.ts'
import type { Step } from '../../domain/steps.ts'
import { type Story, type Told, tellStory } from '../../domain/story.ts'
import { type Summary, summarise, titleFrom } from '../../domain/summary.ts'
import { fetchOffice, type Office } from './office.ts'
import { readPages } from './read-case.ts'
import type { CaseEntry, CaseVault, OpenCase } from './vault.ts'

type Report = Extract<Step, { type: 'report' }>

/** A case that is open in this page: the key, the office that answers for it, what was verified and what it adds up to. */
export interface OpenedCase {
  readonly key: Bytes
  readonly office: Office
  readonly file: OpenCase
  readonly report: Report
  readonly story: Story
}

/** A case whose very first entry is not a report: nothing of it can be shown. */
export class Unreadable extends Error {
  readonly code = 'rule.first_batch'
}

/** Fetches, verifies and opens a case. @returns null if there is none under this key */
export const openCase = async (vault: CaseVault, key: Bytes, poster: string | null): Promise<OpenedCase | null> => {
  const [office, pages] = await Promise.all([fetchOffice(poster, vault.verifyDirectory), readPages(vault, key)])
  const file = await vault.openCase(key, office, pages)
  if (file === null) return null
  const told = toldOf(file.entries)
  const story = tellStory(told, office.calendar)
  const report = told[0]?.step
  if (story === null || report?.type !== 'report') throw new Unreadable()
  return { key, office, file, report, story }
}

/** The entries of the shared lane that count and say something, as the rules read them. */
const toldOf = (entries: readonly CaseEntry[]): Told[] =>
  entries.flatMap(({ lane, sequence, day, author, step, rule }) =>
    lane !== 'shared' || step === null || rule !== null
      ? []
      : [{ sequence, day, author: author === null ? null : author.label, step }],
  )

/** The summary for the office's list after one more step of the reporter. */
export const summaryWith = ({ file, office, report }: OpenedCase, step: Step): Summary => {
  const told = toldOf(file.entries)
  const next: Told = { sequence: (told.at(-1)?.sequence ?? 0) + 1, day: office.day, author: null, step }
  const story = tellStory([...told, next], office.calendar)
  if (story === null) throw new Unreadable()
  return summarise(story, report.title ?? titleFrom(report.story))
}
