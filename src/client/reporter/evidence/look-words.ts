import type { Chosen } from '../../files/chosen.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { type Child, h } from '../../ui/dom.ts'
import { traceWords } from '../../ui/trace-words.ts'
import type { Trace } from '../../worker/cleaner.ts'

/** What was found in a file and what remains in it, in words. */
export const lookWords = (t: ReporterTranslate, { looked, voice }: Chosen): Node[] => {
  if (looked === 'wait') return [h('p', { class: 'quiet' }, t('files.look.wait'))]
  if (looked === null) return [h('p', { class: 'madder' }, t('files.look.unreadable'))]
  const { outcome, removed, remains } = looked
  const spoken = voice ? [h('p', {}, t('files.look.voice'))] : []
  if (outcome !== 'cleaned') return [...spoken, h('p', {}, t(`files.look.${outcome}`))]
  const told = [...part(t, 'files.look.removed', removed), ...part(t, 'files.look.remains', remains)]
  return [...spoken, ...(told.length > 0 || voice ? told : [h('p', {}, t('files.look.nothing'))])]
}

const part = (
  t: ReporterTranslate,
  head: 'files.look.removed' | 'files.look.remains',
  traces: readonly Trace[],
): Node[] => (traces.length > 0 ? [h('p', {}, t(head)), ...list(t, traces)] : [])

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
