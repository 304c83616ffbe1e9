import type { VNode } from 'preact'
import { passageAt, type Span } from '../../../domain/redact.ts'
import { useWords } from '../words.ts'

interface TakenProps {
  readonly text: string
  readonly spans: readonly Span[]
  readonly onSpans: (spans: readonly Span[]) => void
}

/** The passages that were taken out, each of which can be put back. */
export const TakenList = ({ text, spans, onSpans }: TakenProps): VNode | null => {
  const t = useWords()
  if (spans.length === 0) return null
  return (
    <section>
      <h2>{t('redact.taken')}</h2>
      <ul>
        {spans.map((span) => (
          <li key={`${span.from}-${span.to}`}>
            <button type="button" class="plain" onClick={() => onSpans(spans.filter((one) => one !== span))}>
              {t('redact.put-back', { passage: passageAt(text, span) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
