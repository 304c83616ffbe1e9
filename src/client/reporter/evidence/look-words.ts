import type { Chosen } from '../../files/chosen.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { type Child, h } from '../../ui/dom.ts'
import { traceWords } from '../../ui/trace-words.ts'
import type { Trace } from '../../worker/cleaner.ts'

/** What was found in a file and what remains in it, in words. */
export const lookWords = (t: ReporterTranslate, looked: Chosen['looked']): Node[] => {
  if (looked === 'wait') return [h('p', { class: 'quiet' }, t('files.look.wait'))]
  if (looked === null) return [h('p', { class: 'madder' }, t('files.look.unreadable'))]
  if (looked === 'voice') return [h('p', {}, t('files.look.voice'))]
  const { outcome, removed, remains } = looked
  if (outcome !== 'cleaned') return [h('p', {}, t(`files.look.${outcome}`))]
  const nothing = removed.length === 0 && remains.length === 0
  return [
    ...(nothing ? [h('p', {}, t('files.look.nothing'))] : []),
    ...(removed.length > 0 ? [h('p', {}, t('files.look.removed')), ...list(t, removed)] : []),
    ...(remains.length > 0 ? [h('p', {}, t('files.look.remains')), ...list(t, remains)] : []),
  ]
}

/** So many values of one kind are shown: a document may name a hundred people. */
const SHOWN = 5

/** One line for each kind: what it is, and what it says where that can be read. */
const list = (t: ReporterTranslate, traces: readonly Trace[]): Node[] => {
  const rows = Object.entries(traceWords).flatMap(([kind, words]) => {
    const values = traces.filter((trace) => trace.kind === kind)
    return values.length === 0 ? [] : [h('li', {}, t(words), ...valuesOf(values.map(({ value }) => value)))]
  })
  return rows.length === 0 ? [] : [h('ul', { class: 'plain' }, ...rows)]
}

const valuesOf = (values: readonly string[]): Child[] => {
  const read = values.filter((value) => value !== '')
  const shown = read.slice(0, SHOWN).flatMap((value, index) => [index === 0 ? ' (' : '; ', h('bdi', {}, value)])
  return shown.length === 0 ? [] : [...shown, read.length > SHOWN ? '; …)' : ')']
}
