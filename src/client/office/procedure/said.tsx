import type { VNode } from 'preact'
import type { TransitionLine } from '../../../domain/pack/procedure-lines.ts'
import { inLanguage, inOrder, termOf } from '../../../domain/pack/words.ts'
import { aboutWords } from '../../../domain/procedure/about-words.ts'
import { factWords } from '../../../domain/procedure/fact-words.ts'
import { letterWords } from '../../../domain/procedure/letters.ts'
import type { Progress, Setting } from '../../../domain/procedure/step.ts'
import { actsInWords } from '../../ui/act-words.ts'
import { Facts } from '../parts/facts.tsx'
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
  const said = aboutWords(setting, line, about, {
    ...naming,
    act: actNames(file, setting, progress, naming),
    unknown: t('answer.unknown'),
  })
  const words = (name: string, value: string): string => {
    if (name === 'acts') return actsInWords(t, value, Object.keys(about))
    return letterWords(progress, name, value) ?? factWords(pack, name, value, naming)
  }
  const rows = inOrder(pack, facts).map(([name, value]) => {
    const term = termOf(pack, name)
    return [term ? inLanguage(pack, term.label, t.language.tag) : name, words(name, value)] as const
  })
  return <Facts rows={[...rows, ...said]} />
}
