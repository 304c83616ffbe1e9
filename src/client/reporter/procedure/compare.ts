import { type Act, courseOf } from '../../../domain/acts.ts'
import { isDay } from '../../../domain/days.ts'
import { known } from '../../../domain/pack/rules.ts'
import { type BaselineField, baselineFields } from '../../../domain/steps.ts'
import { h } from '../../ui/dom.ts'
import { href } from '../../ui/href.ts'
import { appealLimits } from '../appeal-limits.ts'
import { errorWords } from '../error-words.ts'
import { clearProblems, showProblems } from '../errors.ts'
import { onceOn } from '../once.ts'
import { courseNodes } from '../show-course.ts'
import { addedActs } from './about.ts'
import { fieldOf, valuesIn } from './fields.ts'
import { needsForm } from './needs.ts'
import type { Send } from './procedure.ts'
import type { Values } from './question.ts'
import { problemOf } from './step-form.ts'
import type { View } from './view.ts'

/** The work situation as it was sealed at the beginning; empty where nothing was said of it. */
const baselineOf = ({ opened: { file } }: View): Readonly<Partial<Record<BaselineField, string>>> => {
  const sealed = file.entries.findLast(
    ({ lane, rule, step }) => lane === 'identity' && rule === null && step?.type === 'identity',
  )
  return sealed?.step?.type === 'identity' ? sealed.step : {}
}

/** What changed, as acts: what it was, what it is, and since when. Nothing of this leaves the page until it is signed. */
export const changesIn = (view: View, values: Values): readonly Act[] => {
  const before = baselineOf(view)
  return baselineFields.flatMap((field) => {
    const now = values[field]
    if (!now || now === before[field]) return []
    const was = before[field] === undefined ? [] : [view.t('case.compare.was', { what: before[field] })]
    const effect = [`${view.t(`field.${field}`)}.`, ...was, view.t('case.compare.is', { what: now })].join(' ')
    const since = values[`${field}-since`] ?? ''
    return [{ effect, ...(isDay(since) ? { taken: since } : {}) }]
  })
}

/** Asks what has changed at work since the request, compares it here, and offers to make acts of it. */
export const compareNodes = (view: View, send: Send): Node[] => {
  const { t } = view
  const before = baselineOf(view)
  const result = h('div', { class: 'stack', role: 'status' })
  const form = h(
    'form',
    { class: 'act', id: 'compare', autocomplete: 'off', novalidate: true },
    h('div', { class: 'errors', id: 'compare-errors', role: 'alert', tabindex: -1, hidden: true }),
    h('p', {}, t('case.compare.text')),
    ...baselineFields.flatMap((field) => {
      const was = before[field]
      const hint = was === undefined ? t('case.compare.unknown') : t('case.compare.was', { what: was })
      return [
        fieldOf('compare', { name: field, kind: 'line', label: t(`field.${field}`), hint }),
        fieldOf('compare', {
          name: `${field}-since`,
          kind: 'day',
          label: t('case.compare.since', { what: t(`field.${field}`) }),
        }),
      ]
    }),
    result,
    h('div', { class: 'acts' }, h('button', { type: 'submit', class: 'btn' }, t('case.compare.make'))),
  )
  const draw = (): void => result.replaceChildren(...drawn(view, changesIn(view, valuesIn(form))))
  form.addEventListener('input', draw)
  draw()
  onceOn(form, 'submit', async () => {
    clearProblems('compare-errors')
    try {
      await offer(view, changesIn(view, valuesIn(form)), send)
    } catch (cause) {
      showProblems('compare-errors', errorWords(t, cause), [])
    }
  })
  return [
    h('h2', {}, t('case.compare.title')),
    h('details', { class: 'step', 'data-step': 'compare' }, h('summary', {}, t('case.compare.open')), form),
  ]
}

const drawn = ({ t, opened: { report } }: View, changes: readonly Act[]): Node[] => {
  const course = courseOf(report.activity_when, changes)
  if (changes.length === 0) return [h('p', { class: 'quiet' }, t('case.compare.same'))]
  return course === null ? [h('p', {}, t('case.compare.no-days'))] : courseNodes(t, course, appealLimits())
}

/** The steps by which acts come into a request, in the order in which they are tried. */
const WAYS = ['add-act', 'submit-protection']

const offer = async (view: View, changes: readonly Act[], send: Send): Promise<void> => {
  const { t, setting } = view
  if (changes.length === 0) return showProblems('compare-errors', t('case.compare.nothing'), [])
  const { facts, about } = addedActs(view, changes)
  for (const transition of WAYS) {
    const needed = needsForm(view, known(setting.rules.transitions, transition)).said({}).facts
    const step = { type: 'procedure', transition, facts: { ...needed, ...facts }, about } as const
    if (problemOf(view, step) === null) return send(step)
  }
  const link = h('a', { href: href(t, 'request') }, t('case.compare.new'))
  showProblems('compare-errors', t('case.compare.not-here'), [{ words: [link] }])
}
