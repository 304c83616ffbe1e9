import { inStanding } from '../../../crypto/wire/index.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { byId, h, show, svg } from '../ui/dom.ts'
import { caseCut } from '../ui/draw/cut.ts'
import { mark } from '../ui/draw/mark.ts'
import { href } from '../ui/href.ts'
import { type Headline, headlineOf } from './case-state.ts'
import { errorWords } from './error-words.ts'
import type { FilesField } from './evidence/files-field.ts'
import type { SaveFile } from './evidence/own-files.ts'
import { hashOf } from './office.ts'
import type { OpenedCase } from './opened-case.ts'
import type { Send } from './procedure/procedure.ts'
import { answerLetter } from './show-answer.ts'
import { clockSection } from './show-clock.ts'
import { historyRows } from './show-history.ts'
import { type EndKey, helperNodes, keyBoxes } from './show-keys.ts'
import { namesSection } from './show-names.ts'
import { othersOfSide } from './side.ts'

/** What the parts of the page do when they are pressed. */
interface CaseDoing {
  readonly send: Send
  /** Those that show an act which is added to a request. */
  readonly actFiles: FilesField
  readonly end: EndKey
  readonly save: SaveFile
}

/** Fills the status page: what is broken first, then what comes next, the answer, who opened the name, what happened. */
export const showCase = async (
  t: ReporterTranslate,
  opened: OpenedCase,
  { send, actFiles, end, save }: CaseDoing,
): Promise<void> => {
  const { story, office, file } = opened
  const headline = headlineOf(story, office.day)
  put('case-broken', file.broken === null ? [] : [brokenBox(t, file.broken)])
  put('case-keys', keyBoxes(t, opened, end))
  put('case-helpers', helperNodes(t, opened, end))
  put('case-title', [headingWords(t, headline)])
  put('case-lead', [leadWords(t, opened, headline)])
  // A request has parts of its own for its many limits and letters.
  const plain = opened.procedure === null
  put('case-clock', [
    ...(plain ? clockSection(t, story, headline, office.day) : []),
    ...(headline.says === 'late' ? [turnTo(t, opened)] : []),
  ])
  const answer = plain ? answerLetter(t, file.entries) : []
  put('case-answer', answer)
  show(byId('case-answer'), answer.length > 0)
  opened.procedure?.show(opened, send, actFiles)
  put('case-names', namesSection(t, opened))
  put('case-history', historyRows(t, opened, save))
  put('case-verified', await verifiedNote(t, opened))
  put('case-readers', [readersWords(t, opened)])
}

const put = (id: string, nodes: readonly (Node | string)[]): void => byId(id).replaceChildren(...nodes)

const linkToHelp = (t: ReporterTranslate) => ({
  link: (words: (Node | string)[]): Node => h('a', { href: href(t, 'help') }, ...words),
})

const brokenBox = (t: ReporterTranslate, rule: string): HTMLElement =>
  h(
    'div',
    { class: 'void', role: 'alert' },
    h('h2', {}, svg(mark('apart')), t('case.broken.title')),
    h('p', {}, ...t.rich<Node>('case.broken.text', linkToHelp(t))),
    h('p', {}, t('case.broken.rule', { rule: errorWords(t, { code: rule }) })),
  )

const headingWords = (t: ReporterTranslate, headline: Headline): string => {
  switch (headline.says) {
    case 'owed':
      return t(`case.heading.${headline.owed.what}`, { day: headline.by })
    case 'late':
      return t('case.heading.late', { day: headline.by })
    default:
      return t(`case.heading.${headline.says}`)
  }
}

const leadWords = (t: ReporterTranslate, { story, office }: OpenedCase, headline: Headline): string => {
  if (headline.says === 'late') return t('case.lead.late')
  if (story.withdrawal === null || story.state !== 'withdrawn')
    return t(`case.lead.${story.state}`, { day: office.day })
  const { undoUntil } = story.withdrawal
  return office.day <= undoUntil ? t('case.lead.withdrawn', { day: undoUntil }) : t('case.lead.withdrawn.final')
}

/** Whom else one can turn to when the office is late: its substitutes who do not read the case, and the other ways. */
const turnTo = (t: ReporterTranslate, { office, file }: OpenedCase): HTMLElement => {
  const labels = file.readers.map(({ label }) => label)
  const others = inStanding(office.directory.members)
    .filter(({ role, label }) => role === 'substitute' && !labels.includes(label))
    .map(({ label }) => label)
  const words =
    others.length > 0
      ? t.rich<Node>('case.late.turn', linkToHelp(t), { names: t.list(others) })
      : t.rich<Node>('case.late.turn.none', linkToHelp(t))
  return h('p', { class: 'box warn' }, ...words)
}

const verifiedNote = async (t: ReporterTranslate, { file, story }: OpenedCase): Promise<Node[]> => {
  const cut = svg(caseCut(await hashOf(file.address)))
  const caption = h('p', { class: 'quiet' }, t('case.verified.cut'))
  if (file.broken !== null)
    return [h('h2', { class: 'from' }, svg(mark('apart')), h('span', {}, t('case.broken.title'))), cut, caption]
  const voids = file.entries.filter(({ rule }) => rule !== null).length + story.voids.size
  return [
    h('h2', { class: 'from' }, svg(mark()), h('span', {}, t('case.verified.title'))),
    h('p', {}, t('case.verified.text', { count: file.entries.length })),
    ...(file.badSeals > 0 ? [h('p', { class: 'madder' }, t('error.seal.bad'))] : []),
    ...(voids > 0 ? [h('p', {}, t('case.verified.void', { count: voids }))] : []),
    cut,
    caption,
  ]
}

const readersWords = (t: ReporterTranslate, { file }: OpenedCase): string => {
  const labels = (people: OpenedCase['file']['readers']): string[] => people.map(({ label }) => label)
  const names = t.list([...labels(file.readers), ...othersOfSide(t, file)])
  const readers = t('case.readers.text', { names })
  return file.excluded.length === 0
    ? readers
    : `${readers} ${t('case.readers.excluded', { names: t.list(labels(file.excluded)) })}`
}
