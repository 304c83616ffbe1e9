import type { VNode } from 'preact'
import type { TransitionLine } from '../../../domain/pack/procedure-lines.ts'
import { verdictLabel } from '../../../domain/pack/words.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import { Choices } from '../parts/choices.tsx'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import type { Answers, Fault, Question } from './answers.ts'
import { FilingNote } from './filing-note.tsx'
import { Items } from './items.tsx'
import { actNames, namingIn } from './naming.ts'

interface AboutProps {
  readonly file: OpenedFile
  readonly setting: Setting
  readonly progress: Progress
  readonly book: Book | null
  readonly line: TransitionLine
  readonly questions: readonly Question[]
  readonly faults: ReadonlyMap<string, Fault>
  readonly about: Answers['about']
  readonly onChange: (about: Answers['about']) => void
}

/** What a step says of each act or promise. Where nothing has to be said of one, it can be left as it is. */
export const About = (props: AboutProps): VNode | null => {
  const { file, setting, progress, book, line, questions, faults, about, onChange } = props
  const t = useWords()
  const { pack } = setting.rules
  if (!line.about) return null
  if (line.about.kind === 'add-items') return <Items rows={about} fault={faults.get('about')} onChange={onChange} />
  const judged = line.about.kind === 'judge-acts'
  const name = judged ? actNames(file, setting, progress, namingIn(t.language.tag, book)) : (id: string): string => id
  const said = new Map(about)
  const fault = faults.get('about')
  return (
    <>
      {questions.length === 0 && <p class="quiet">{t(judged ? 'step.no-acts' : 'step.no-items')}</p>}
      {fault && (
        <p class="err" role="alert">
          {t(`step.fault.${fault}`)}
        </p>
      )}
      {questions.map(({ id, choices, asked }) => (
        <div key={id} class={faults.has(id) ? 'field wrong' : 'field'}>
          {faults.has(id) && <p class="err">{t('step.fault.missing')}</p>}
          <Choices
            legend={name(id)}
            of={[
              ...choices.map((value) => ({ value, label: verdictLabel(pack, value, t.language.tag) })),
              ...(asked ? [] : [{ value: '', label: t('step.as-it-is') }]),
            ]}
            value={said.get(id) ?? (asked ? null : '')}
            onChange={(value) => onChange([...new Map(about).set(id, value)])}
          />
          {judged && <FilingNote {...{ setting, progress, id }} />}
        </div>
      ))}
    </>
  )
}
