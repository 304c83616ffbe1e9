import type { VNode } from 'preact'
import type { PageContext } from '../page.ts'
import { States } from './course.tsx'
import { Lines } from './line.tsx'
import { Part } from './part.tsx'

/** Protection while the procedure runs: what can be asked for, and the course of that request. */
export const Measures = ({ context }: { context: PageContext }): VNode => {
  const { t, rules } = context
  return (
    <Part context={context} name="measures">
      <Lines context={context} kind="interim-measures" of={rules.pack['interim-measures']} />
      <h3>{t('rules.measures.course')}</h3>
      <States context={context} region="measures" />
    </Part>
  )
}
