import { addDays, type Day, rollOn } from '../../domain/days.ts'
import { headquarters } from '../../domain/headquarters.ts'
import { readmissionDays } from '../../domain/states.ts'
import type { FurtherKey } from '../../domain/told.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { h } from '../ui/dom.ts'
import { errorWords } from './error-words.ts'
import { clearProblems, showProblems } from './errors.ts'
import { onceOn } from './once.ts'
import type { OpenedCase } from './opened-case.ts'
import { entryOfKey, keyName } from './side.ts'

/** Ends a further key and shows the case again. */
export type EndKey = (key: FurtherKey) => Promise<void>

/** What has to be known first of the keys of a case: whose key is in this page, and who was let in again or is to be. */
export const keyBoxes = (t: ReporterTranslate, opened: OpenedCase, end: EndKey): Node[] => {
  const { me, furtherKeys, readmission } = opened.file
  if (me?.standing === 'representative') return [box('', t('case.me.representative'))]
  if (me) return [readmittedBox(t, opened, me)]
  const readmitted = furtherKeys.filter(({ standing }) => standing === 'readmitted')
  const waiting =
    readmission && box('warn', t('case.readmitting.text', { who: readmission.label }), t('case.readmitting.title'))
  return [...(waiting ? [waiting] : []), ...readmitted.map((key) => objection(t, opened, key, end))]
}

const box = (look: string, words: string, title?: string): HTMLElement =>
  h('div', { class: `box ${look}`.trim() }, ...(title ? [h('h2', {}, title)] : []), h('p', {}, words))

/** The last day on which a readmitted key waits, by the rules of a request, else by those of every case. */
const lastOf = (opened: OpenedCase, key: FurtherKey): Day => {
  const day = entryOfKey(opened.file, key)?.day ?? opened.office.day
  return opened.procedure?.keyWaits(opened) ?? rollOn(addDays(day, readmissionDays), headquarters)
}

const readmittedBox = (t: ReporterTranslate, opened: OpenedCase, me: FurtherKey): HTMLElement => {
  const day = lastOf(opened, me)
  const waits = opened.office.day <= day ? [h('p', {}, t('case.me.readmitted.waits', { day }))] : []
  return h('div', { class: 'box' }, h('p', {}, t('case.me.readmitted')), ...waits)
}

/** The first key's holder sees a readmission before anything else, and can undo it with one button. */
const objection = (t: ReporterTranslate, opened: OpenedCase, key: FurtherKey, end: EndKey): HTMLElement => {
  const day = lastOf(opened, key)
  const since = entryOfKey(opened.file, key)?.day ?? opened.office.day
  const waits = opened.office.day <= day ? [h('p', {}, t('case.readmitted.waits', { day }))] : []
  return h(
    'div',
    { class: 'box warn' },
    h('h2', {}, t('case.readmitted.title')),
    h('p', {}, t('case.readmitted.text', { day: since })),
    ...waits,
    ...(opened.file.broken === null ? endForm(t, key, t('case.readmitted.object'), end) : []),
  )
}

/** Who helps, since when, and the way to shut each out; only the reporter's side sees it. */
export const helperNodes = (t: ReporterTranslate, opened: OpenedCase, end: EndKey): Node[] => {
  const { me, furtherKeys, broken } = opened.file
  const helpers = furtherKeys.filter(({ standing }) => standing === 'representative')
  if (me?.standing === 'representative') return []
  if (helpers.length === 0) return [h('p', {}, t('case.helpers.none'))]
  return helpers.map((key) => {
    const entry = entryOfKey(opened.file, key)
    const name = keyName(t, opened.file, key)
    return h(
      'div',
      { class: 'stack' },
      h('p', {}, h('b', { dir: 'auto' }, name), ' ', t('case.helpers.since', { day: entry?.day ?? '' })),
      h('p', { class: 'quiet' }, t('case.helpers.end.text')),
      ...(broken === null ? endForm(t, key, t('case.helpers.end', { name }), end) : []),
    )
  })
}

const endForm = (t: ReporterTranslate, key: FurtherKey, label: string, end: EndKey): HTMLElement[] => {
  const id = `end-${key.id}-errors`
  const errors = h('div', { class: 'errors', id, role: 'alert', tabindex: -1, hidden: true })
  const button = h('button', { type: 'button', class: 'btn two' }, label)
  onceOn(button, 'click', async () => {
    clearProblems(id)
    try {
      await end(key)
    } catch (cause) {
      showProblems(id, errorWords(t, cause), [])
    }
  })
  return [h('div', { class: 'acts noprint' }, button), errors]
}
