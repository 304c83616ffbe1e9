import type { ComponentChildren, VNode } from 'preact'

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
  'elements',
  'escalations',
  'documents',
  'holidays',
] as const
export type PartName = (typeof PARTS)[number]

/** One part of the page, under the heading that the table of contents leads to. */
export const Part = (props: { name: PartName; title: string; lead?: string; children: ComponentChildren }): VNode => (
  <section id={props.name} aria-labelledby={`${props.name}-title`}>
    <h2 id={`${props.name}-title`}>{props.title}</h2>
    {props.lead && <p>{props.lead}</p>}
    {props.children}
  </section>
)
