import type { VNode } from 'preact'
import type { LineOf } from '../../../domain/pack/pack.ts'
import type { PageContext } from '../page.ts'
import { anchorOf } from '../parts/anchor.ts'
import { inTongue } from '../parts/in-tongue.ts'
import { Basis } from './basis.tsx'
import { partiesWords, partyWords } from './words.ts'

/** One step that somebody may take: who, with how many signatures, under which conditions, and where it leads. */
export const Step = ({ context, step }: { context: PageContext; step: LineOf<'transitions'> }): VNode => {
  const { t, rules, language } = context
  const guards = rules.pack.guards.filter(({ id }) => step.guards.includes(id))
  const notices = rules.pack.notices.filter(({ id }) => step.notices.includes(id))
  const targets = new Set([...(step.to === undefined ? [] : [step.to]), ...Object.values(step.to_by_origin ?? {})])
  const states = rules.pack.states.filter(({ id }) => targets.has(id))
  return (
    <li id={anchorOf('transitions', step.id)}>
      <b>{inTongue(step.label, language)}</b>
      <p class="facts">
        {step.records
          ? t('rules.step.records', { who: partyWords(context, step.records) })
          : t('rules.step.by', { who: partiesWords(context, step.by) })}{' '}
        {step.signers === 'two' && `${t('rules.step.two')} `}
        {step.back && t('rules.step.back')}
        <Named context={context} words={t('rules.step.leads')} kind="states" of={states} />
      </p>
      {guards.length > 0 && (
        <p class="facts">
          <Named context={context} words={t('rules.step.guards')} kind="guards" of={guards} />
        </p>
      )}
      {notices.length > 0 && (
        <p class="facts">
          <Named context={context} words={t('rules.step.notices')} kind="notices" of={notices} />
        </p>
      )}
      <Basis context={context} line={step} />
    </li>
  )
}

/** Other lines by their labels, each leading to its place. */
const Named = (props: {
  context: PageContext
  words: string
  kind: 'states' | 'guards' | 'notices'
  of: readonly LineOf<'states' | 'guards' | 'notices'>[]
}): VNode | null =>
  props.of.length === 0 ? null : (
    <>
      {props.words}{' '}
      {props.of.map(({ id, label }, index) => (
        <>
          {index > 0 && ' · '}
          <a href={`#${anchorOf(props.kind, id)}`}>{inTongue(label, props.context.language)}</a>
        </>
      ))}
    </>
  )
