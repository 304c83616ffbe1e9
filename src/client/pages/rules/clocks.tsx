import type { VNode } from 'preact'
import type { LineOf } from '../../../domain/pack/pack.ts'
import type { PageContext } from '../page.ts'
import { Basis } from './basis.tsx'
import { Line } from './line.tsx'
import { Part } from './part.tsx'
import { labelsOf, partyWords, spanWords } from './words.ts'

type Clock = LineOf<'clocks'>

/** Whom the clocks bind: the office first, then the others, last the time that is the reporter's own. */
const HOLDERS = {
  office: ({ binds }) => binds === 'office',
  others: ({ binds }) => binds !== 'office' && binds !== 'reporter',
  yours: ({ binds }) => binds === 'reporter',
} as const satisfies Readonly<Record<string, (clock: Clock) => boolean>>
const HOLDER_NAMES = ['office', 'others', 'yours'] as const

/** How long everybody has, from what, and what follows when it passes. */
export const Clocks = ({ context }: { context: PageContext }): VNode => {
  const { t, rules } = context
  return (
    <Part context={context} name="clocks">
      {HOLDER_NAMES.map((holder) => (
        <section key={holder}>
          <h3>{t(`rules.clocks.${holder}`)}</h3>
          <ul class="ruled">
            {rules.pack.clocks.filter(HOLDERS[holder]).map((clock) => (
              <Line
                key={clock.id}
                context={context}
                kind="clocks"
                line={clock}
                basis={<Basis context={context} line={clock} full />}
              >
                <Facts context={context} clock={clock} named={holder === 'others'} />
              </Line>
            ))}
          </ul>
        </section>
      ))}
    </Part>
  )
}

const Facts = ({ context, clock, named }: { context: PageContext; clock: Clock; named: boolean }): VNode => {
  const { t, rules } = context
  const { states, transitions } = rules.pack
  const quoted = (lines: Parameters<typeof labelsOf>[1], ids: readonly string[]): string =>
    t.list(labelsOf(context, lines, ids).map((label) => t('rules.quoted', { label })))
  const { opens, starts, pauses, extends: longer } = clock
  return (
    <p class="facts">
      <b class="span">{spanWords(context, clock)}</b>{' '}
      {named && `${t('rules.clocks.binds', { who: partyWords(context, clock.binds) })} `}
      {opens.in.length > 0 && `${t('rules.clocks.in', { states: quoted(states, opens.in) })} `}
      {opens.on.length > 0 && `${t('rules.clocks.on', { steps: quoted(transitions, opens.on) })} `}
      {starts &&
        `${t('rules.clocks.starts', { steps: quoted(transitions, starts.on), latest: spanWords(context, starts.at_latest) })} `}
      {pauses && `${t('rules.clocks.pauses', { steps: quoted(transitions, pauses.on) })} `}
      {longer &&
        `${t('rules.clocks.extends', { span: spanWords(context, { unit: clock.unit, length: longer.cap }) })} `}
      {clock.kind === 'wait' && `${t('rules.clocks.wait')} `}
      {clock.right && `${t('rules.clocks.right')} `}
      {clock.hard && <b>{t('rules.clocks.hard')}</b>}
    </p>
  )
}
