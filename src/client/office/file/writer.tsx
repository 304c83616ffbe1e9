import type { VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { noDraft } from '../desk/drafts.ts'
import { TAKE_BACK_SECONDS } from '../desk/outbox.ts'
import { Attach } from '../evidence/attach.tsx'
import { useAttached } from '../evidence/use-attached.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { useWords } from '../words.ts'
import { mayBeSilent, messagePurpose, type Purpose } from './purpose.ts'
import { submit } from './submit.ts'

interface WriterProps {
  readonly address: string
  readonly purpose: Purpose
  readonly onPurpose: (purpose: Purpose) => void
}

/**
 * The two places to write, which never look the same: in a solid frame what the reporter will read, sunk and dashed what
 * stays in the office. The words of each are kept apart, so that none can slip from one to the other.
 */
export const Writer = ({ address, purpose, onPurpose }: WriterProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const area = useRef<HTMLTextAreaElement>(null)
  const [missing, setMissing] = useState(false)
  const { audience } = purpose
  const asks = useCell(desk.me)?.role === 'investigator'
  const question = asks && audience === 'reporter'
  const name = `${address}/${audience}`
  const { text } = useCell(desk.drafts.all).get(name) ?? noDraft
  const attached = useAttached(address, name)
  const first = useRef(true)
  // Before the next key arrives: whoever presses a number and types on loses no letter.
  useLayoutEffect(() => {
    if (!first.current) area.current?.focus()
    first.current = false
  }, [purpose])
  const send = (event: Event): void => {
    event.preventDefault()
    const silent = text.trim() === '' && !mayBeSilent(purpose)
    setMissing(silent)
    if (silent) {
      area.current?.focus()
      return
    }
    attached.send.run((files) => {
      submit(desk, address, { purpose, text: text.trim(), asks, files })
      onPurpose(audience === 'office' ? purpose : messagePurpose)
    })
  }
  return (
    <form class={audience === 'office' ? 'write office noprint' : 'write noprint'} onSubmit={send}>
      <fieldset class="views" aria-label={t('file.write.whom')}>
        <button type="button" aria-pressed={audience === 'reporter'} onClick={() => onPurpose(messagePurpose)}>
          {t(asks ? 'question.write' : 'file.write.reporter')}
        </button>
        <button type="button" aria-pressed={audience === 'office'} onClick={() => onPurpose({ audience: 'office' })}>
          {t('file.write.office')}
        </button>
      </fieldset>
      {purpose.audience === 'reporter' && purpose.as !== 'message' && (
        <p class="registry">
          {purpose.as === 'state'
            ? t('file.write.state', { state: t(`state.${purpose.to}`) })
            : t('file.write.acknowledgement')}{' '}
          <button type="button" class="plain" onClick={() => onPurpose(messagePurpose)}>
            {t('file.write.only')}
          </button>
        </p>
      )}
      {missing && (
        <p class="err" role="alert">
          {t('file.write.missing')}
        </p>
      )}
      <textarea
        ref={area}
        class={missing ? 'in bad' : 'in'}
        rows={4}
        dir="auto"
        autocomplete="off"
        aria-label={t(question ? 'question.write' : `file.area.${audience}`)}
        value={text}
        readOnly={attached.send.busy}
        onInput={(event) => desk.drafts.write(name, { text: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && send(event)}
      />
      <fieldset disabled={attached.send.busy}>
        <Attach of={attached} />
      </fieldset>
      <Problem of={attached.send.problem} />
      <div class="acts">
        {attached.send.busy && <progress max={1} value={attached.part} aria-label={t('files.title')} />}
        <Button submit busy={attached.send.busy}>
          {t(question ? 'question.send' : `file.send.${audience}`)}
        </Button>
        <span class="quiet">
          {t(question ? 'question.note' : `file.send.${audience}.note`, { seconds: TAKE_BACK_SECONDS })}{' '}
          <span class="keys">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </span>
        </span>
      </div>
    </form>
  )
}
