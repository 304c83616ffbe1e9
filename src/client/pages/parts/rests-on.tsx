import type { VNode } from 'preact'
import { askedFor } from '../../../domain/pack/lookups.ts'
import { byId } from '../../../domain/pack/rules.ts'
import { href } from '../../ui/href.ts'
import type { PageContext } from '../page.ts'
import { anchorOf } from './anchor.ts'
import { inTongue } from './in-tongue.ts'
import { citations, citeWords } from './sources.ts'

/** What the rules have to ask, each with the documents and paragraphs that ask it, and the way to the page of the rules. */
export const RestsOn = ({ context, elements }: { context: PageContext; elements: readonly string[] }): VNode => {
  const { rules, language } = context
  const lines = byId(rules.pack.elements)
  const asked = elements.flatMap((id) => {
    const element = lines.get(id)
    const sources = citations(askedFor(rules.pack, id))
    return element && sources.length > 0 ? [{ element, sources }] : []
  })
  return (
    <>
      {asked.map(({ element, sources }) => (
        <div class="rule" key={element.id}>
          <RuleLink context={context} to={anchorOf('elements', element.id)} words={inTongue(element.label, language)} />
          <cite>{sources.map((source) => citeWords(context, source)).join(' · ')}</cite>
        </div>
      ))}
    </>
  )
}

/** Leads to a place on the page of the rules, beside this page: what was typed here stays. A file only names the place. */
export const RuleLink = (props: { context: PageContext; to: string; words: string }): VNode =>
  props.context.offline ? (
    <span>{props.words}</span>
  ) : (
    <a href={`${href(props.context, 'rules')}#${props.to}`} target="_blank" rel="noreferrer">
      {props.words}
    </a>
  )
