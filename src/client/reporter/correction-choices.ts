import { targetText } from '../../domain/corrections.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { h, one } from '../ui/dom.ts'
import { isOwn } from './event-words.ts'
import { fieldLabel } from './field-label.ts'
import type { OpenedCase } from './opened-case.ts'
import type { CaseEntry } from './vault.ts'

const select = (): HTMLSelectElement => one('#write-corrects')

/** Offers everything that the reporter wrote so far, the newest first, to be put right; what stood there stays. */
export const offerCorrections = (t: ReporterTranslate, { file }: OpenedCase): void => {
  const own = file.entries.filter((entry) => entry.lane === 'shared' && entry.rule === null && isOwn(entry, file.me))
  select().replaceChildren(
    h('option', { value: '' }, t('case.correct.none')),
    ...own.toReversed().flatMap((entry) => choicesIn(t, entry)),
  )
}

/** What the next message puts right, as its field says it; undefined where it is new. */
export const chosenCorrection = (): string | undefined => select().value || undefined

const choicesIn = (t: ReporterTranslate, { sequence, day, step }: CaseEntry): HTMLOptionElement[] => {
  const option = (field: string | null, words: string): HTMLOptionElement =>
    h('option', { value: targetText({ sequence, field }) }, words)
  if (step?.type === 'message') return [option(null, t('case.correct.message', { day, number: sequence + 1 }))]
  if (step?.type !== 'report') return []
  return Object.keys(step).flatMap((field) => {
    const what = UNCHANGED.includes(field) ? null : fieldLabel(t, field)
    return what === null ? [] : [option(field, t('case.correct.report', { what }))]
  })
}

/** Answers that later steps change, if anything does. */
const UNCHANGED: readonly string[] = ['kind', 'mode', 'limit', 'earlier']
