import type { Act } from '../../domain/acts.ts'
import { type ConfirmedLimit, lastAppealDay } from '../../domain/appeal.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'

export type AppealLimits = readonly ConfirmedLimit[]

/** The limits outside that the rules of this page have confirmed; most often there is none. */
export const appealLimits = (): AppealLimits =>
  JSON.parse(document.querySelector<HTMLElement>('[data-limits]')?.dataset.limits || '[]')

/** The last day of each confirmed limit for an act, or that it is not confirmed and whom to ask today. */
export const limitWords = (t: ReporterTranslate, act: Act, limits: AppealLimits): string => {
  const known = limits.flatMap((limit) => {
    const day = lastAppealDay(act, limit)
    return day === null ? [] : [t('act.limit', { what: limit.label, day })]
  })
  return known.length > 0 ? known.join(' ') : t('appeal.unknown')
}
