import type { Done } from '../../../domain/procedure/step.ts'
import { h } from '../../ui/dom.ts'
import { paragraphs } from '../show-texts.ts'
import type { CaseEntry } from '../vault.ts'
import { inWords, type View } from './view.ts'

/** Words of the office with their entry, the newest first; a letter that is to go out with its exact text. */
const lettersIn = ({ opened: { file, story } }: View): readonly { entry: CaseEntry; text: string }[] =>
  file.entries
    .flatMap((entry) => {
      const { author, lane, rule, sequence, step } = entry
      const exact = step?.type === 'procedure' ? step.facts?.text : undefined
      const text = [step !== null && 'text' in step ? step.text : undefined, exact].filter(Boolean).join('\n\n')
      const counts = lane === 'shared' && rule === null && !story.voids.has(sequence)
      return counts && author !== null && text !== '' ? [{ entry, text }] : []
    })
    .toReversed()

const lastRead = ({ progress: { history } }: View): number =>
  history.findLast(({ transition }: Done) => transition.id === 'read')?.sequence ?? -1

/** Whether the office wrote something since the reporter last signed that they have read. */
export const isUnread = (view: View): boolean => {
  const read = lastRead(view)
  return lettersIn(view).some(({ entry }) => entry.sequence > read)
}

/** What the office wrote, as letters: the newest open, the earlier ones folded. */
export const letterNodes = (view: View): Node[] => {
  const { t } = view
  const read = lastRead(view)
  const letters = lettersIn(view).map(({ entry, text }) => letter(view, entry, text, entry.sequence <= read))
  if (letters.length === 0) return []
  const [newest, ...earlier] = letters
  const folded =
    earlier.length === 0
      ? []
      : [h('details', {}, h('summary', {}, t('case.letters.earlier', { count: earlier.length })), ...earlier)]
  return [h('h2', {}, t('case.letters.title')), ...(newest ? [newest] : []), ...folded]
}

const letter = (view: View, { author, day, step }: CaseEntry, text: string, read: boolean): HTMLElement => {
  const { t } = view
  return h(
    'div',
    { class: 'letter' },
    h('h3', {}, step?.type === 'procedure' ? titleOf(view, step.transition) : t('case.letters.message')),
    h('p', { class: 'from' }, t('case.answer.from', { who: author === 'service' ? '' : (author?.label ?? ''), day })),
    h('div', { class: 'said' }, ...paragraphs(text)),
    h('p', { class: 'quiet' }, t(read ? 'case.letters.read' : 'case.letters.unread')),
  )
}

/** A letter is called after the step that it came with; it names the notices in it by itself. */
const titleOf = (view: View, id: string): string => {
  const line = view.setting.rules.transitions.get(id)
  return line === undefined ? id : inWords(view, line.label)
}
