import { checkInAnswers } from '../../procedure/check-ins.ts'
import { answers, reports } from '../../procedure/items.ts'
import type { Pack } from '../pack.ts'
import { choiceLabel, valuesIn } from '../words.ts'
import { type Placed, type Problem, problemAt } from './problem.ts'

/** What steps can say and the pack has no words for: choices of facts, verdicts, and what the engine itself counts. */
export function checkWords(lines: readonly Placed[], pack: Pack): readonly Problem[] {
  const verdicts = new Set(pack.verdicts.map(({ id }) => id))
  const terms = new Set(pack.terms.map(({ id }) => id))
  const counted = [...reports, ...answers, ...checkInAnswers].filter((verdict) => !verdicts.has(verdict))
  return [
    ...counted.map((line) => ({ file: 'verdicts.json', line, reason: 'the engine needs this line' })),
    ...lines
      .filter(({ kind }) => kind === 'transitions')
      .flatMap((placed) => {
        const transition = placed.line as unknown as Pack['transitions'][number]
        const { needs = {}, about, tells = {} } = transition
        const choices = Object.entries(needs).flatMap(([fact, ids]) =>
          ids.filter((id) => !id.startsWith('@') && choiceLabel(pack, fact, id) === null).map((id) => `${fact} ${id}`),
        )
        const given = Object.values(about?.verdicts ?? {}).flat()
        const held = Object.values(tells).flatMap((texts) => Object.values(texts).flatMap(valuesIn))
        return [
          ...choices.map((choice) => problemAt(placed, `no words for the choice: ${choice}`)),
          ...given.filter((id) => !verdicts.has(id)).map((id) => problemAt(placed, `unknown verdict: ${id}`)),
          ...held.filter((id) => !terms.has(id)).map((id) => problemAt(placed, `unknown value: ${id}`)),
        ]
      }),
  ]
}
