import { type Bytes, fromBase64url } from '../../../crypto/wire/index.ts'
import type { VisitMark } from '../../contract/cases.ts'
import { type Day, dayNumber, dayOf } from '../../domain/days.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId } from '../ui/dom.ts'
import { ask } from './ask.ts'
import type { CaseVault } from './vault.ts'

/** The visit before this one, if it left a mark that this key opens, and the number of this one. */
export interface Visits {
  readonly before: { readonly day: Day; readonly number: number } | null
  readonly number: number
}

/**
 * Leaves the mark of this visit, and brings the one before it. It is done for every key, also for one that opens no case:
 * whoever watches the line sees no difference.
 * @returns null where the line broke: the case can be read all the same
 */
export const markVisit = async (vault: CaseVault, key: Bytes, day: Day): Promise<Visits | null> => {
  try {
    const { challenge } = await ask<{ readonly challenge: string }>('/api/case/challenge', {})
    const { request, number } = await vault.sealVisit(key, challenge, dayNumber(day))
    const { cell } = await ask<VisitMark>('/api/case/visit', request)
    const before = await vault.openVisit(key, fromBase64url(cell))
    return { number, before: before && { day: dayOf(before.day), number: before.number } }
  } catch {
    return null
  }
}

/** Says when this key was last used, so that its holder can tell whether somebody else did. */
export const showVisits = (t: ReporterTranslate, visits: Visits | null): void => {
  byId('case-visit').textContent = visits === null ? t('case.visit.unknown') : said(t, visits)
}

const said = (t: ReporterTranslate, { before, number }: Visits): string => {
  const now = String(number)
  return before === null
    ? t('case.visit.first', { now })
    : t('case.visit.again', { day: before.day, number: String(before.number), now })
}
