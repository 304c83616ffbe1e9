import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { passageAt, redact, type Span, spansOfWords, widened, wordsLeft } from '../../../domain/redact.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Heading } from '../parts/heading.tsx'
import { Select } from '../parts/select.tsx'
import { useWords } from '../words.ts'
import { letterDraft } from './paper.ts'
import type { RequestFile } from './request-file.ts'
import { TakenList } from './taken-list.tsx'
import { textsOf } from './texts.ts'

/** Redaction by hand: passages are marked in a text of the case, and the copy holds only what remains. */
export const Redaction = ({ of, onLetter }: { of: RequestFile; onLetter: () => void }): VNode => {
  const t = useWords()
  const { drafts } = useDesk()
  const texts = textsOf(t, of)
  const [id, setId] = useState(texts[0]?.id ?? '')
  const [spans, setSpans] = useState<readonly Span[]>([])
  const [missed, setMissed] = useState(false)
  const original = useRef<HTMLTextAreaElement>(null)
  const text = texts.find((one) => one.id === id)?.text ?? ''
  const left = wordsLeft(text, spans)
  const copy = redact(text, spans)
  const choose = (chosen: string): void => {
    setId(chosen)
    setSpans([])
  }
  const take = (): void => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = original.current ?? {}
    const empty = passageAt(text, { from, to }) === ''
    setMissed(empty)
    if (!empty) setSpans([...spans, widened(text, { from, to })])
  }
  const use = (): void => {
    drafts.write(letterDraft(of.file.address), { text: copy })
    onLetter()
  }
  return (
    <>
      <Heading>{t('redact.title')}</Heading>
      <p class="noprint">{t('redact.text')}</p>
      <div class="stack noprint">
        <Select
          label={t('redact.which')}
          value={id}
          of={texts.map(({ id: value, label }) => ({ value, label }))}
          onChange={choose}
        />
        <label class="field">
          <span class="label">{t('redact.source')}</span>
          <textarea ref={original} class="in" rows={14} readOnly dir="auto" value={text} />
        </label>
        {missed && (
          <p class="err" role="alert">
            {t('redact.select-first')}
          </p>
        )}
        <div class="acts">
          <Button onClick={take}>{t('redact.take')}</Button>
        </div>
        <TakenList text={text} spans={spans} onSpans={setSpans} />
        {left.length > 0 && (
          <div class="box warn stack" role="status">
            <p>{t('redact.left', { words: t.list(left) })}</p>
            <div class="acts">
              <Button two onClick={() => setSpans([...spans, ...spansOfWords(text, left)])}>
                {t('redact.take-all')}
              </Button>
            </div>
          </div>
        )}
      </div>
      <section class="stack">
        <h2 class="noprint">{t('redact.copy')}</h2>
        <div class="said lines redacted" dir="auto">
          {copy}
        </div>
        <p class="quiet noprint">{t('redact.warning')}</p>
        <div class="acts noprint">
          <Button onClick={use}>{t('redact.use')}</Button>
          <Button two onClick={() => print()}>
            {t('papers.print')}
          </Button>
        </div>
      </section>
    </>
  )
}
