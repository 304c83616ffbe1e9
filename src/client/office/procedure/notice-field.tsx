import type { VNode } from 'preact'
import { languageOf } from '../../i18n/languages.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { useWords } from '../words.ts'
import type { Fault } from './answers.ts'

interface NoticeProps {
  readonly text: string
  /** The language that the notices are written in. */
  readonly language: string
  /** Whether the step owes notices; without, words to the reporter may be left out. */
  readonly owed: boolean
  readonly edited: boolean
  readonly faults: ReadonlyMap<string, Fault>
  readonly onInput: (text: string) => void
  readonly onAnew: () => void
}

/** What the reporter will read with the step: filled in from the rules and the case, for the officer to read and add to. */
export const NoticeField = ({ text, language, owed, edited, faults, onInput, onAnew }: NoticeProps): VNode => {
  const t = useWords()
  const fault = faults.get('text')
  return (
    <>
      <Field
        label={t('step.text', { language: languageOf(language).name })}
        hint={t(owed ? 'step.text.owed' : 'step.text.free')}
        rows={owed ? 12 : 3}
        lang={language}
        value={text}
        error={fault && t(`step.fault.${fault}`)}
        onInput={onInput}
      />
      {owed && edited && (
        <Button two onClick={onAnew}>
          {t('step.text.anew')}
        </Button>
      )}
    </>
  )
}
