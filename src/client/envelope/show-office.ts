import { limits } from '../../../crypto/wire/limits.ts'
import { inLanguage } from '../../contract/description.ts'
import { ageOf } from '../../domain/directory-age.ts'
import { civilDay } from '../../domain/headquarters-day.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { fillNames } from '../reporter/fill.ts'
import { byId, h, show } from '../ui/dom.ts'
import type { VerifiedOffice } from './directory-file.ts'
import { startForm } from './start-form.ts'

/** Shows whom the form is for and by which directory, however old: the office takes what is locked by any. Leads into the form. */
export const showOffice = (t: ReporterTranslate, office: VerifiedOffice): void => {
  fillNames(office)
  const today = civilDay(Date.now(), office.description?.timeZone ?? 'UTC')
  const { age, days } = ageOf(office.day, today, limits.envelopeDays)
  byId('begin-facts').replaceChildren(...facts(t, office, today))
  if (age !== 'fresh') {
    byId('begin-age').textContent = t(age === 'old' ? 'envelope.age.old' : 'envelope.age.over', { days })
    show(byId('begin-age'))
  }
  show(byId('begin-go'))
  show(byId('begin-office'))
  byId('begin-title').focus()
  // The clock may go wrong, but not back behind the day on which the service itself gave out the directory.
  const day = today > office.day ? today : office.day
  byId('begin-go').addEventListener('click', () => {
    show(byId('begin'), false)
    startForm(t, { ...office, day })
  })
}

const facts = (t: ReporterTranslate, { description, digits, day }: VerifiedOffice, today: string): Node[] => {
  const name = description === null ? [] : [row(t('envelope.office'), inLanguage(description.name, t.language.tag))]
  const number = row(t('envelope.fingerprint'), h('bdi', { class: 'num', dir: 'ltr' }, digits.join(' ')))
  return [
    ...name,
    number,
    row(t('envelope.day'), t.day(day, 'long')),
    row(t('envelope.today'), t.day(today, 'full')),
  ].flat()
}

const row = (label: string, value: Node | string): Node[] => [h('dt', {}, label), h('dd', {}, value)]
