import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Story } from '../../../domain/story.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { useKeys } from '../use-keys.ts'
import type { OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { Asking } from './asking.tsx'
import { type NextStep, stepsOf } from './possible.ts'
import type { Purpose } from './purpose.ts'

interface StepsProps {
  readonly file: OpenedFile
  readonly story: Story
  readonly onPurpose: (purpose: Purpose) => void
}

/** What can be done next, each with a number key; what cannot stays readable and says why. */
export const NextSteps = ({ file, story, onPurpose }: StepsProps): VNode => {
  const t = useWords()
  const me = useCell(useDesk().me)
  const [asked, setAsked] = useState<'close' | null>(null)
  const steps = stepsOf(file, story, me?.id ?? '')
  const allowed = steps.filter(({ not }) => not === null)
  const take = ({ purpose }: NextStep): void => (purpose === null ? setAsked('close') : onPurpose(purpose))
  useKeys(Object.fromEntries(allowed.slice(0, 9).map((step, index) => [String(index + 1), () => take(step)])))
  return (
    <section>
      <h2>{t('file.next')}</h2>
      <div class="next">
        {steps.map((step) => (
          <button
            key={step.name}
            type="button"
            class={step === allowed[0] ? 'btn' : 'btn two'}
            aria-disabled={step.not === null ? undefined : 'true'}
            onClick={() => step.not === null && take(step)}
          >
            <span>
              {t(`file.step.${step.name}`)}
              <small>{step.not === null ? t(`file.step.${step.name}.note`) : t(`file.not.${step.not}`)}</small>
            </span>
            {step.not === null && <kbd>{allowed.indexOf(step) + 1}</kbd>}
          </button>
        ))}
      </div>
      {asked && <Asking address={file.address} what={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}
