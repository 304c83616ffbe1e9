import { known } from '../../../domain/pack/rules.ts'
import { type Offer, offersTo } from '../../../domain/procedure/offers.ts'
import { timings } from '../../../domain/procedure/timing.ts'
import { h } from '../../ui/dom.ts'
import type { FilesField } from '../evidence/files-field.ts'
import { ruleWords } from './entry-words.ts'
import { isUnread } from './letters.ts'
import type { Send } from './procedure.ts'
import { stepForm } from './step-form.ts'
import { inWords, reporterOf, type View } from './view.ts'

/** Steps that the page has ways of its own for: keys, the limit that was moved, the opening to the substitute. */
const ELSEWHERE = ['replace-key', 'object-to-readmission', 'restore-limit', 'release']

/** Steps that take more than a signature: only the reporter's own key seals them (PROTOCOL 15). */
const FIRST_KEY = ['exclude-person']

/** What the reporter may do now: what waits for them first, then the rest folded, then what is not possible and why. */
export const stepNodes = (view: View, send: Send, actFiles: FilesField): Node[] => {
  const { t } = view
  const offers = offersTo(view.setting, view.progress, reporterOf(view), view.today).filter(
    ({ transition }) =>
      !ELSEWHERE.includes(transition) && (view.opened.file.me === null || !FIRST_KEY.includes(transition)),
  )
  const allowed = offers.filter(({ forbidden }) => forbidden === null)
  const first = allowed.filter(({ transition }) => waitsFor(view, transition))
  const others = allowed.filter((offer) => !first.includes(offer))
  const forms = (some: readonly Offer[]): HTMLElement[] =>
    some.map(({ transition }) => stepForm(view, transition, send, actFiles))
  return [
    ...(first.length > 0 ? [h('h2', {}, t('case.steps.now')), ...forms(first)] : []),
    ...(others.length > 0
      ? [h('h2', {}, t(first.length > 0 ? 'case.steps.also' : 'case.steps.may')), ...forms(others)]
      : []),
    ...forbidden(view, offers),
  ]
}

/** Whether a step answers something that waits for the reporter: words unread, a time of theirs, or the state itself. */
const waitsFor = (view: View, id: string): boolean => {
  const { setting, progress, today } = view
  const { from, region } = known(setting.rules.transitions, id)
  const place = known(setting.rules.states, progress.at[region].state)
  const asks = place.waits_for === 'reporter' && from.includes(place.id)
  const yours = timings(setting, progress, today).filter(
    ({ run: { clock }, status }) => clock.binds === 'reporter' && (status === 'running' || status === 'waiting'),
  )
  if (id === 'read') return isUnread(view)
  return asks || yours.some(({ run: { clock } }) => clock.ends.includes(id))
}

const forbidden = (view: View, offers: readonly Offer[]): Node[] => {
  const { t, setting } = view
  const rows = offers.flatMap(({ transition, forbidden: rule }) =>
    rule === null
      ? []
      : [
          h(
            'li',
            {},
            h('b', {}, inWords(view, known(setting.rules.transitions, transition).label)),
            ` ${ruleWords(view, rule) ?? ''}`,
          ),
        ],
  )
  return rows.length === 0
    ? []
    : [h('details', {}, h('summary', {}, t('case.steps.not')), h('ul', { class: 'dashed' }, ...rows))]
}
