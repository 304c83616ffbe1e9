import type { VNode } from 'preact'
import type { TransitionLine } from '../../../domain/pack/procedure-lines.ts'
import { choiceLabel, inLanguage, termOf } from '../../../domain/pack/words.ts'
import { openChoices } from '../../../domain/procedure/condition.ts'
import { isConflicted } from '../../../domain/procedure/history.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import { Choices } from '../parts/choices.tsx'
import { Field } from '../parts/field.tsx'
import { Select } from '../parts/select.tsx'
import type { Book, OpenedFile, Person } from '../vault/types.ts'
import { useWords } from '../words.ts'
import type { Fault } from './answers.ts'
import { Several } from './several.tsx'

interface FactProps {
  readonly file: OpenedFile
  readonly setting: Setting
  readonly progress: Progress
  readonly book: Book | null
  readonly line: TransitionLine
  readonly fact: string
  readonly choices: readonly string[]
  readonly value: string
  readonly fault: Fault | undefined
  readonly onChange: (value: string) => void
}

/** One thing that a step has to say: a choice, a person, lines of the rules, a day, a number, or words of one's own. */
export const FactField = (props: FactProps): VNode => {
  const { setting, fact, choices, value, fault, onChange } = props
  const t = useWords()
  const { pack } = setting.rules
  const term = termOf(pack, fact)
  const label = term ? inLanguage(pack, term.label, t.language.tag) : fact
  const error = fault && t(`step.fault.${fault}`)
  const say = (choice: string): string => {
    const texts = choiceLabel(pack, fact, choice)
    return texts ? inLanguage(pack, texts, t.language.tag) : choice
  }
  if (term?.people) {
    const people = peopleFor(props)
    const none = { value: '', label: t(people.length > 0 ? 'step.choose' : 'step.nobody') }
    const options = people.map(({ id, label: name, role }) => ({
      value: id,
      label: t('bar.me', { name, role: t(`role.${role}`) }),
    }))
    return (
      <Wrong error={error}>{<Select label={label} value={value} of={[none, ...options]} onChange={onChange} />}</Wrong>
    )
  }
  if (choices.includes('@day')) return <Field date {...{ label, value, error }} onInput={onChange} />
  if (choices.includes('@number')) return <Field inputMode="numeric" {...{ label, value, error }} onInput={onChange} />
  if (choices.length > 0) {
    const open = openChoices(setting, props.progress, props.line, fact)
    const rows = open.map((choice) => ({ value: choice, label: say(choice) }))
    return (
      <Wrong error={error}>
        <Choices legend={label} of={rows} value={value || null} onChange={onChange} />
      </Wrong>
    )
  }
  if (term?.of) {
    const rows = pack[term.of].map(({ id, label: texts }) => ({ id, label: inLanguage(pack, texts, t.language.tag) }))
    return (
      <Wrong error={error}>
        <Several legend={label} of={rows} value={value} onChange={onChange} />
      </Wrong>
    )
  }
  return <Field rows={2} {...{ label, value, error }} onInput={onChange} />
}

const Wrong = ({ error, children }: { error: string | undefined; children: VNode }): VNode =>
  error === undefined ? (
    children
  ) : (
    <div class="field wrong">
      <p class="err">{error}</p>
      {children}
    </div>
  )

/** Who may be named: people in standing in a role that fits, in no conflict and not left out by the reporter. */
const peopleFor = ({ file, setting, progress, book, line, fact }: FactProps): readonly Person[] => {
  const roles = line.lets_in?.fact === fact ? line.lets_in.roles : (termOf(setting.rules.pack, fact)?.people ?? [])
  return (book?.people ?? []).filter(
    ({ id, role, standing }) =>
      standing && roles.includes(role) && !isConflicted(progress.history, id) && !file.excluded.includes(id),
  )
}
