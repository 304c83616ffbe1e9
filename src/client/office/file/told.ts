import { headquarters } from '../../../domain/headquarters.ts'
import type { Setting } from '../../../domain/procedure/step.ts'
import type { Step } from '../../../domain/steps.ts'
import { type Summary, summarise, titleFrom } from '../../../domain/summary.ts'
import { type Standing, tellCase } from '../../../domain/tell-case.ts'
import type { Told } from '../../../domain/told.ts'
import { bringing } from '../../files/named.ts'
import type { Book, OpenedFile } from '../vault/types.ts'

/** The rules of a request and the people who may act in it; null for a case that goes through no procedure. */
export const settingOf = ({ rules }: OpenedFile, book: Book | null): Setting | null =>
  rules && { rules, people: book?.tenures ?? [] }

/** What was said in the shared lane and has effect, in the order of the chain. Who is let in is told, said or not. */
export const toldOf = (file: OpenedFile): readonly Told[] =>
  file.entries.flatMap(({ lane, kind, rule, step, sequence, day, author, further, key, members, files }) => {
    if (lane !== 'shared' || rule !== null) return []
    const told = { sequence, day, author, ...(further && { further }), ...(key && { key }), ...bringing(files) }
    if (kind === 'grant') return [{ ...told, step: step ?? { type: 'granted' }, joins: members }]
    return step === null ? [] : [{ ...told, step }]
  })

/** What a case adds up to; null while its first entry is no report. */
export const standingOf = (file: OpenedFile, book: Book | null): Standing | null => tell(file, toldOf(file), book)

const tell = (file: OpenedFile, told: readonly Told[], book: Book | null): Standing | null =>
  tellCase(told, headquarters, settingOf(file, book))

/** The account that began the case. */
export const accountOf = (file: OpenedFile): Extract<Step, { type: 'report' }> | null => {
  const first = toldOf(file)[0]?.step
  return first?.type === 'report' ? first : null
}

/** The title the reporter gave, else the first words of the account. */
export const titleOf = (file: OpenedFile): string => {
  const account = accountOf(file)
  return account === null ? '' : account.title || titleFrom(account.story)
}

/** A case as it will be once this step of this author is in it: where it stands, its summary, and the rule that it breaks. */
export const after = (
  file: OpenedFile,
  next: Omit<Told, 'sequence'>,
  book: Book | null,
): { readonly standing: Standing; readonly summary: Summary; readonly broken: string | null } | null => {
  const told = toldOf(file)
  const sequence = (told.at(-1)?.sequence ?? -1) + 1
  const standing = tell(file, [...told, { ...next, sequence }], book)
  if (standing === null) return null
  const broken = standing.story.voids.get(sequence) ?? null
  return { standing, summary: summarise(standing, titleOf(file)), broken }
}
