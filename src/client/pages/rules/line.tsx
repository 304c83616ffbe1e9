import type { ComponentChildren, VNode } from 'preact'
import type { Kind } from '../../../domain/pack/kinds.ts'
import type { Line as PackLine, Texts } from '../../../domain/pack/line.ts'
import type { PageContext } from '../page.ts'
import { anchorOf } from '../parts/anchor.ts'
import { inTongue } from '../parts/in-tongue.ts'
import { Basis } from './basis.tsx'

type Labelled = PackLine & { readonly label: Texts; readonly help?: Texts | undefined }

/** One line of the rules at its anchor: its name, what it means, what more there is to say, and what it rests on. */
export const Line = (props: {
  context: PageContext
  kind: Kind
  line: Labelled
  /** Instead of what it rests on. */
  basis?: VNode
  children?: ComponentChildren
  /** What stands below, with sources of its own. */
  below?: ComponentChildren
}): VNode => {
  const { context, kind, line } = props
  return (
    <li id={anchorOf(kind, line.id)}>
      <b>{inTongue(line.label, context.language)}</b>
      {line.help && <p>{inTongue(line.help, context.language)}</p>}
      {props.children}
      {props.basis ?? <Basis context={context} line={line} />}
      {props.below}
    </li>
  )
}

/** Lines with nothing to say but their names, as a list. */
export const Lines = (props: { context: PageContext; kind: Kind; of: readonly Labelled[] }): VNode => (
  <ul class="ruled">
    {props.of.map((line) => (
      <Line key={line.id} context={props.context} kind={props.kind} line={line} />
    ))}
  </ul>
)
