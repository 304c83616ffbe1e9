import type { VNode } from 'preact'
import type { LineOf } from '../../../domain/pack/pack.ts'
import type { PageContext } from '../page.ts'
import { anchorOf } from '../parts/anchor.ts'
import { inTongue } from '../parts/in-tongue.ts'
import { Line } from './line.tsx'
import { Part } from './part.tsx'
import { Step } from './step.tsx'
import { partyWords, spanWords } from './words.ts'

type Region = LineOf<'states'>['region']

/** The course of a request for protection, state by state, with all that may happen in each. */
export const Course = ({ context }: { context: PageContext }): VNode => {
  const { t, rules } = context
  return (
    <Part context={context} name="course">
      <States context={context} region="main" />
      <h3>{t('rules.course.always')}</h3>
      <ul class="ruled">
        {rules.pack.transitions
          .filter(({ from }) => from.includes('*'))
          .map((step) => (
            <Step key={step.id} context={context} step={step} />
          ))}
      </ul>
    </Part>
  )
}

/** The states of one region in the order of the rules. */
export const States = ({ context, region }: { context: PageContext; region: Region }): VNode => (
  <ol class="ruled states">
    {context.rules.pack.states
      .filter((state) => state.region === region)
      .map((state) => (
        <Line
          key={state.id}
          context={context}
          kind="states"
          line={state}
          below={<Next context={context} state={state} />}
        >
          <Wait context={context} state={state} />
        </Line>
      ))}
  </ol>
)

const Wait = ({ context, state }: { context: PageContext; state: LineOf<'states'> }): VNode | null => {
  const { t, rules, language } = context
  const limit = rules.pack.clocks.find(({ id }) => id === state.limit)
  if (state.waits_for === null || limit === undefined) return null
  return (
    <p class="facts">
      {t('rules.course.waits', { who: partyWords(context, state.waits_for) })}{' '}
      <a href={`#${anchorOf('clocks', limit.id)}`}>
        {t('rules.course.limit', { limit: inTongue(limit.label, language), span: spanWords(context, limit) })}
      </a>
    </p>
  )
}

/** What may happen here. A step that starts in several states is told in full at the first, and named at the others. */
const Next = ({ context, state }: { context: PageContext; state: LineOf<'states'> }): VNode | null => {
  const here = context.rules.pack.transitions.filter(({ from }) => from.includes(state.id))
  const told = here.filter(({ from }) => from[0] === state.id)
  const elsewhere = here.filter(({ from }) => from[0] !== state.id)
  if (here.length === 0) return null
  return (
    <div class="next">
      <p>{context.t('rules.course.next')}</p>
      <ul>
        {told.map((step) => (
          <Step key={step.id} context={context} step={step} />
        ))}
        {elsewhere.length > 0 && (
          <li>
            {context.t('rules.course.also')}{' '}
            {elsewhere.map(({ id, label }, index) => (
              <>
                {index > 0 && ', '}
                <a href={`#${anchorOf('transitions', id)}`}>{inTongue(label, context.language)}</a>
              </>
            ))}
          </li>
        )}
      </ul>
    </div>
  )
}
