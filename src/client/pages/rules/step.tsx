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
  return (
    <li id={anchorOf('transitions', step.id)}>
      <b>{inTongue(step.label, language)}</b>
      <p class="facts">
        {step.records
          ? t('rules.step.records', { who: partyWords(context, step.records) })
          : t('rules.step.by', { who: partiesWords(context, step.by) })}{' '}
        {step.signers === 'two' && `${t('rules.step.two')} `}
        {step.back && t('rules.step.back')}
      </p>
      <Targets context={context} step={step} />
      <Named
        context={context}
        words={t('rules.step.guards')}
        kind="guards"
        ids={step.guards}
        lines={rules.pack.guards}
      />
      <Named
        context={context}
        words={t('rules.step.notices')}
        kind="notices"
        ids={step.notices}
        lines={rules.pack.notices}
      />
      <Basis context={context} line={step} />
    </li>
  )
}

/** The states that a step leads to. */
const Targets = ({ context, step }: { context: PageContext; step: LineOf<'transitions'> }): VNode => (
  <Named
    context={context}
    words={context.t('rules.step.leads')}
    kind="states"
    ids={[...new Set([...(step.to === undefined ? [] : [step.to]), ...Object.values(step.to_by_origin ?? {})])]}
    lines={context.rules.pack.states}
  />
)

/** Other lines by their labels, each leading to its place. */
const Named = (props: {
  context: PageContext
  words: string
  kind: 'states' | 'guards' | 'notices'
  ids: readonly string[]
  lines: readonly LineOf<'states' | 'guards' | 'notices'>[]
}): VNode | null =>
  props.ids.length === 0 ? null : (
    <p class="facts">
      {props.words}{' '}
      {props.ids.map((id, index) => (
        <>
          {index > 0 && ' · '}
          <a href={`#${anchorOf(props.kind, id)}`}>
            {props.lines.filter((line) => line.id === id).map(({ label }) => inTongue(label, props.context.language))}
          </a>
        </>
      ))}
    </p>
  )
