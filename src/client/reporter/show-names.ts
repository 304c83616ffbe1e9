import type { ReporterTranslate } from '../i18n/translate.ts'
import { h } from '../ui/dom.ts'
import { labelOf, type OpenedCase } from './opened-case.ts'

/** Who opened the envelope with the name or the work situation, when and why, each signed. Only where there is one. */
export const namesSection = (t: ReporterTranslate, { story, file, office }: OpenedCase): Node[] => {
  const { mode, identityOpenings } = story
  const named = mode === 'confidential'
  const sealed = named || file.entries.some(({ step }) => step?.type === 'identity')
  if (!sealed && identityOpenings.length === 0) return []
  const openings = identityOpenings.map(({ day, author, reason }) =>
    h(
      'dl',
      { class: 'signed' },
      ...row(t('case.names.when'), t.day(day)),
      ...row(t('case.names.who'), labelOf(office, author)),
      h('dt', {}, t('case.names.why')),
      h('dd', { class: 'serif lines', dir: 'auto' }, reason),
    ),
  )
  return [
    h('h2', {}, t(named ? 'case.names.title' : 'case.envelope.title')),
    h('p', {}, t(named ? 'case.names.text' : 'case.envelope.text')),
    ...(openings.length > 0 ? openings : [h('p', {}, t('case.names.nobody'))]),
  ]
}

const row = (what: string, value: string): HTMLElement[] => [h('dt', {}, what), h('dd', {}, value)]
