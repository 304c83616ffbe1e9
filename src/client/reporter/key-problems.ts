import type { KeyTyping } from '../i18n/keys.ts'
import type { Translate } from '../i18n/translate.ts'
import { h } from '../ui/dom.ts'
import type { Problem } from './errors.ts'
import type { KeyProblem } from './vault.ts'

/** A typing error of the key in words that name its place, and what it may have been. */
export const keyProblems = <Key extends string>(
  t: Translate<Key | KeyTyping>,
  problems: readonly KeyProblem[],
  input = 'key',
): Problem[] => problems.map((problem) => ({ words: words(t, problem), input }))

const words = <Key extends string>(t: Translate<Key | KeyTyping>, problem: KeyProblem): (Node | string)[] => {
  switch (problem.code) {
    case 'empty':
      return [t('case.key.empty')]
    case 'checksum':
      return [t('case.key.checksum')]
    case 'count':
      return [t('case.key.count', { count: problem.count })]
    case 'digits':
      return [t('case.key.digits', { position: problem.position })]
    case 'word':
      return wrongWord(t, problem.position, problem.suggestion)
  }
}

const wrongWord = <Key extends string>(
  t: Translate<Key | KeyTyping>,
  position: number,
  suggestion: string | undefined,
): (Node | string)[] => {
  if (suggestion === undefined) return [t('case.key.word', { position })]
  const bold = (inside: (Node | string)[]): Node => h('b', {}, ...inside)
  return t.rich<Node>('case.key.word.suggestion', { b: bold }, { position, suggestion })
}
