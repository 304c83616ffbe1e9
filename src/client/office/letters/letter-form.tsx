import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { nextLetter } from '../../../domain/procedure/letters.ts'
import { hasGap } from '../../../domain/procedure/notices.ts'
import { useCell } from '../cell.ts'
import { noticeTo } from '../conflict/notice-to.ts'
import { useDesk } from '../desk/desk.ts'
import { noDraft } from '../desk/drafts.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { letterDraft } from './paper.ts'
import type { RequestFile } from './request-file.ts'
import { showLetter } from './sign.ts'

/** A new letter: to whom, what for and its exact text, which the requester sees before it can leave. */
export const LetterForm = ({ of, onClose }: { of: RequestFile; onClose: () => void }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const { address } = of.file
  const { text } = useCell(desk.drafts.all).get(letterDraft(address)) ?? noDraft
  const [recipient, setRecipient] = useState('')
  const [purpose, setPurpose] = useState('')
  const [edited, setEdited] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const leave = (): void => {
    desk.drafts.write(letterDraft(address), noDraft)
    onClose()
  }
  const step = {
    transition: 'show-letter',
    facts: { recipient: recipient.trim(), purpose: purpose.trim(), text: text.trim() },
  }
  const named = { ...step.facts, letter: nextLetter(of.progress) }
  const notice = noticeTo(of, { type: 'procedure', ...step, facts: named })
  const words = edited ?? notice.text
  const act = useAct(async () => {
    await showLetter(desk, address, { ...step, text: words.trim(), language: notice.language })
    leave()
  })
  const error = (value: string): string | undefined => (tried && value.trim() === '' ? t('letters.missing') : undefined)
  const submit = (event: Event): void => {
    event.preventDefault()
    setTried(true)
    if ([recipient, purpose, text, words].every((value) => value.trim() !== '') && !hasGap(words)) act.run()
  }
  return (
    <form class="write stack noprint" onSubmit={submit}>
      <h2>{t('letters.new')}</h2>
      <Field label={t('letters.recipient')} value={recipient} onInput={setRecipient} error={error(recipient)} />
      <Field label={t('letters.purpose')} value={purpose} onInput={setPurpose} error={error(purpose)} />
      <Field
        label={t('letters.body')}
        hint={t('letters.body.hint')}
        rows={10}
        value={text}
        onInput={(value) => desk.drafts.write(letterDraft(address), { text: value })}
        error={error(text)}
      />
      <Field
        label={t('letters.words')}
        rows={6}
        value={words}
        lang={notice.language}
        onInput={setEdited}
        error={tried && hasGap(words) ? t('newcomer.gap') : error(words)}
      />
      <Problem of={act.problem} />
      <div class="acts">
        <Button submit busy={act.busy}>
          {t('letters.show')}
        </Button>
        <Button two onClick={leave}>
          {t('people.leave')}
        </Button>
      </div>
    </form>
  )
}
