import type { Story } from '../../domain/story.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { h } from '../ui/dom.ts'

/** Who opened the envelope with the name, when and why, each signed. Only where there is such an envelope. */
export const namesSection = (t: ReporterTranslate, { mode, identityOpenings }: Story): Node[] => {
  if (mode !== 'confidential' && identityOpenings.length === 0) return []
  const openings = identityOpenings.map(({ day, author, reason }) =>
    h(
      'dl',
      { class: 'signed' },
      ...row(t('case.names.when'), t.day(day)),
      ...row(t('case.names.who'), author),
      h('dt', {}, t('case.names.why')),
      h('dd', { class: 'serif lines', dir: 'auto' }, reason),
    ),
  )
  return [
    h('h2', {}, t('case.names.title')),
    h('p', {}, t('case.names.text')),
    ...(openings.length > 0 ? openings : [h('p', {}, t('case.names.nobody'))]),
  ]
}

const row = (what: string, value: string): HTMLElement[] => [h('dt', {}, what), h('dd', {}, value)]
