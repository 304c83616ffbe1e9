import type { SealedStep } from '../../../domain/procedure/fields.ts'
import { nextLetter } from '../../../domain/procedure/letters.ts'
import type { Desk } from '../desk/desk.ts'
import { type Build, sender } from '../file/append.ts'
import { said } from '../file/builds.ts'
import { standingOf } from '../file/told.ts'
import { PageProblem } from '../problem.ts'

/** What a step about a letter says, before it is sealed. */
export type LetterStep = Omit<SealedStep, 'type'>

/** Signs a step about a letter that was shown. */
export const signStep = (desk: Desk, address: string, step: LetterStep): Promise<void> =>
  sender(desk, address, said(desk, 'tell', { type: 'procedure', ...step }))()

/** Shows a new letter. Its name is found when it is sealed: somebody else may have shown one meanwhile. */
export const showLetter = (desk: Desk, address: string, { facts = {}, ...step }: LetterStep): Promise<void> => {
  const build: Build = (file, day) => {
    const progress = standingOf(file, desk.book.value)?.progress
    if (!progress) throw new PageProblem('case.cannot_seal')
    const named = { ...facts, letter: nextLetter(progress) }
    return said(desk, 'tell', { type: 'procedure', ...step, facts: named })(file, day)
  }
  return sender(desk, address, build)()
}
