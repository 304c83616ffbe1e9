import { Fragment, type VNode } from 'preact'

interface FactsProps {
  readonly rows: readonly (readonly [label: string, value: string])[]
  /** What people answered, below each question, and not beside it. */
  readonly replies?: boolean
}

/** Things said, each under its name, in the words and the direction of whoever said them. */
export const Facts = ({ rows, replies }: FactsProps): VNode | null =>
  rows.length === 0 ? null : (
    <dl class={replies ? 'facts replies' : 'facts'}>
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd class="lines" dir="auto">
            {value}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
