import { Fragment, type VNode } from 'preact'
import type { TransitionLine } from '../../../domain/pack/procedure-lines.ts'
import { inLanguage, inOrder, termOf, verdictLabel } from '../../../domain/pack/words.ts'
import { factWords } from '../../../domain/procedure/fact-words.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import type { Book, OpenedFile } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { actNames, namingIn } from './naming.ts'

interface SaidProps {
  readonly file: OpenedFile
  readonly setting: Setting
  readonly progress: Progress
  readonly book: Book | null
  /** The step's line in the rules, or none for a step that they do not have. */
  readonly line: TransitionLine | undefined
  readonly facts: Readonly<Record<string, string>>
  readonly about: Readonly<Record<string, string>>
}

/** What a step says, in words: its facts by their names, and what it says of each act, promise or check-in. */
export const Said = ({ file, setting, progress, book, line, facts, about }: SaidProps): VNode | null => {
  const t = useWords()
  const { pack } = setting.rules
  const naming = namingIn(t.language.tag, book)
  const act = actNames(file, setting, progress, naming)
  const ofActs = line?.about?.kind === 'judge-acts' || line?.about?.kind === 'add-acts'
  const rows = [
    ...inOrder(pack, facts).map(([name, value]) => {
      const term = termOf(pack, name)
      const label = term ? inLanguage(pack, term.label, t.language.tag) : name
      return [label, factWords(pack, name, value, naming)] as const
    }),
    ...Object.entries(about).map(([id, value]) => {
      const day = value === 'unknown' ? t('answer.unknown') : naming.day(value)
      const word = day === value ? verdictLabel(pack, value, naming.language) : day
      return [ofActs ? act(id) : checkInName(setting, id, naming.language), word] as const
    }),
  ]
  if (rows.length === 0) return null
  return (
    <dl class="facts">
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd class="lines" dir="auto">
            {value}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** A check-in by the name of its line; a promise is called by its own words. */
const checkInName = ({ rules: { pack } }: Setting, id: string, language: string): string => {
  const line = pack['check-ins'].find((checkIn) => checkIn.id === id)
  return line ? inLanguage(pack, line.label, language) : id
}
