import type { VNode } from 'preact'
import type { Line } from '../../../domain/pack/line.ts'
import { sourcesOf } from '../../../domain/pack/lookups.ts'
import type { PageContext } from '../page.ts'
import { anchorOf } from '../parts/anchor.ts'
import { citeWords } from '../parts/sources.ts'

export const PROVENANCES = ['source', 'analogy', 'local'] as const

interface Props {
  readonly context: PageContext
  readonly line: Pick<Line, 'source' | 'also' | 'mark'>
  /** Says who is to confirm it. */
  readonly full?: boolean | undefined
}

/** What a line rests on: its mark as a shape and a word, the documents and paragraphs, and whether the chief confirmed it. */
export const Basis = ({ context, line, full }: Props): VNode => (
  <p class={`basis ${line.mark.provenance}`}>
    <b>{context.t(`rules.mark.${line.mark.provenance}`)}</b>
    {sourcesOf(line)
      .filter(({ paragraphs }) => line.mark.provenance !== 'local' || paragraphs.length > 0)
      .map((source, index) => (
        <>
          {index === 0 ? ' ' : ' · '}
          <a href={`#${anchorOf('documents', source.document)}`}>{citeWords(context, source)}</a>
        </>
      ))}
    <Confirmed context={context} line={line} full={full} />
  </p>
)

/** The mark alone, for what has no other source than itself. */
export const Mark = ({ context, line }: Props): VNode => (
  <p class={`basis ${line.mark.provenance}`}>
    <b>{context.t(`rules.mark.${line.mark.provenance}.document`)}</b>
    <Confirmed context={context} line={line} />
  </p>
)

/** A rule of a document needs no chief; an analogy or a local rule holds until one confirms or changes it. */
const Confirmed = ({ context: { t }, line: { mark }, full }: Props): VNode | null => {
  if (mark.confirmed_by !== null && mark.confirmed_on !== null) {
    return <> ({t('rules.confirmed', { by: mark.confirmed_by, day: mark.confirmed_on })})</>
  }
  return mark.provenance === 'source' ? null : <> ({t(full ? 'rules.unconfirmed' : 'rules.unconfirmed.brief')})</>
}
