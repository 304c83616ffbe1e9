import type { VNode } from 'preact'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { useWords } from '../words.ts'
import type { Answers, Fault } from './answers.ts'

interface ItemsProps {
  readonly rows: Answers['about']
  readonly fault: Fault | undefined
  readonly onChange: (rows: Answers['about']) => void
}

const empty: Answers['about'][number] = ['', '']

/** What was promised, one thing a row, each with the day by which it is to be done. */
export const Items = ({ rows, fault, onChange }: ItemsProps): VNode => {
  const t = useWords()
  const shown = rows.length === 0 ? [empty] : rows
  const change = (place: number, row: Answers['about'][number]): void =>
    onChange(shown.map((old, index) => (index === place ? row : old)))
  return (
    <fieldset class={fault ? 'choices wrong' : 'choices'}>
      <legend class="label">{t('step.items')}</legend>
      {fault && (
        <p class="err" role="alert">
          {t(`step.fault.${fault}`)}
        </p>
      )}
      {shown.map(([what, due], index) => (
        <div key={index} class="fields">
          <Field
            label={t('step.item', { number: index + 1 })}
            value={what}
            maxLength={60}
            onInput={(value) => change(index, [value, due])}
          />
          <Field date label={t('step.item.due')} value={due} onInput={(value) => change(index, [what, value])} />
        </div>
      ))}
      <div class="acts">
        <Button two onClick={() => onChange([...shown, empty])}>
          {t('step.item.more')}
        </Button>
      </div>
    </fieldset>
  )
}
