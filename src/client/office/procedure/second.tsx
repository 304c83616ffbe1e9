import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { inLanguage } from '../../../domain/pack/words.ts'
import { useDesk } from '../desk/desk.ts'
import { TAKE_BACK_SECONDS } from '../desk/outbox.ts'
import { Button } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import { lastDayToSign } from './last-day-to-sign.ts'
import { Said } from './said.tsx'
import type { FormProps } from './step-form.tsx'
import { submitStep } from './take.ts'

/** What somebody else proposed, exactly as they signed it, for a second signature. It cannot be changed here. */
export const Second = ({ file, setting, progress, book, step, onClose }: FormProps): VNode | null => {
  const t = useWords()
  const desk = useDesk()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [step.seconds])
  const { proposal, line } = step
  if (proposal === null) return null
  const { rules } = setting
  const first = file.entries.find(({ lane, sequence }) => lane === 'shared' && sequence === proposal.sequence)?.step
  const text = first?.type === 'procedure' ? first.text : undefined
  const name = book?.people.find(({ id }) => id === proposal.author.id)?.label ?? t('file.unknown')
  const sign = (event: Event): void => {
    event.preventDefault()
    submitStep(desk, file.address, { type: 'procedure', transition: line.id, seconds: proposal.sequence })
    onClose()
  }
  return (
    <form class="write step noprint" onSubmit={sign}>
      <h2 ref={heading} tabIndex={-1}>
        {t('step.second', { what: inLanguage(rules.pack, line.label, t.language.tag) })}
      </h2>
      <p>
        {t('step.second.since', {
          name,
          day: proposal.day,
          until: lastDayToSign(setting, proposal),
        })}
      </p>
      <Said {...{ file, setting, progress, book, line }} facts={proposal.facts ?? {}} about={proposal.about ?? {}} />
      {text && (
        <p class="said lines" dir="auto">
          {text}
        </p>
      )}
      <div class="acts">
        <Button submit>{t('step.second.sign')}</Button>
        <Button two onClick={onClose}>
          {t('people.leave')}
        </Button>
        <span class="quiet">{t('step.sign.note', { seconds: TAKE_BACK_SECONDS })}</span>
      </div>
    </form>
  )
}
