import { distinct } from './bytes.ts'
import type { CaseState } from './case-state.ts'
import { rule } from './errors.ts'
import { lawfulChunks } from './files.ts'
import { limits } from './limits.ts'
import type { Step } from './step.ts'

const sideOf = ({ author }: Step): keyof CaseState['fileChunks'] => (author?.who === 'member' ? 'office' : 'reporter')

/** What the step's side has brought to the case, with the files of this step. */
const broughtBy = (step: Step): number =>
  step.header.files.reduce((total, { chunks }) => total + chunks, step.state.fileChunks[sideOf(step)])

/** Files come with words, which hold their keys, and neither side fills the case (PROTOCOL 14.5). */
export function checkFiles(step: Step): void {
  const { files, kind } = step.header
  if (files.length === 0) return
  rule(kind === 'entry' && step.entry.raw.ciphertext.length > 0, 'rule.files')
  rule(files.every(({ chunks }) => lawfulChunks(chunks)) && distinct(files.map(({ hash }) => hash)), 'rule.files')
  rule(broughtBy(step) <= limits.sideChunks, 'rule.files')
}

/** The case with the files of a step counted. */
export const withFiles = (step: Step, after: CaseState): CaseState =>
  step.header.files.length === 0
    ? after
    : { ...after, fileChunks: { ...after.fileChunks, [sideOf(step)]: broughtBy(step) } }
