import type { ComponentChildren, VNode } from 'preact'
import type { PageContext } from '../page.ts'

/** The parts of the page, in their order: what concerns a reader first, the machinery last. */
export const PARTS = [
  'marks',
  'categories',
  'detriments',
  'course',
  'measures',
  'clocks',
  'outside-limits',
  'notices',
  'check-ins',
  'remedies',
  'risk',
  'routes',
  'subjects',
  'guards',
  'terms',
  'elements',
  'escalations',
  'documents',
  'holidays',
] as const
export type PartName = (typeof PARTS)[number]

/** One part of the page, under the heading that the table of contents leads to. */
export const Part = (props: { context: PageContext; name: PartName; children: ComponentChildren }): VNode => {
  const { t } = props.context
  return (
    <section id={props.name} aria-labelledby={`${props.name}-title`}>
      <h2 id={`${props.name}-title`}>{t(`rules.${props.name}.title`)}</h2>
      <p>{t(`rules.${props.name}.lead`)}</p>
      {props.children}
      <p class="back noprint">
        <a href="#contents">{t('rules.contents.back')}</a>
      </p>
    </section>
  )
}
