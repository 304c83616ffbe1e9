import type { SealedStep } from '../../../domain/procedure/fields.ts'
import type { NamedEvidence } from '../../files/named.ts'
import type { Desk } from '../desk/desk.ts'
import { filesBesides, withFiles } from '../evidence/attached.ts'
import { type Build, sender } from '../file/append.ts'
import { said } from '../file/builds.ts'
import { type Answers, noAnswers } from './answers.ts'

/** Where the answers to the form of a step are kept until they are signed. */
export const draftOf = (address: string, transition: string): string => `${address}/step/${transition}`

/**
 * A step of the procedure as the entry that brings it: whom it lets read the case joins by the same entry, and what ends the
 * case closes it. It is judged again on the case as it is when it is sealed.
 */
export const taking =
  (desk: Desk, step: SealedStep): Build =>
  (file, day) => {
    const line = file.rules?.transitions.get(step.transition)
    const joining = line?.lets_in && step.facts?.[line.lets_in.fact]
    if (joining && !file.readers.includes(joining)) return said(desk, 'grant', step, [joining])(file, day)
    const ends = line?.to !== undefined && file.rules?.states.get(line.to)?.kind === 'end'
    return said(desk, ends ? 'close' : 'tell', step)(file, day)
  }

/** Puts a step in line to be signed and sent. Until then it can be taken back into its form. */
export const submitStep = (
  desk: Desk,
  address: string,
  step: SealedStep,
  { answers = noAnswers, files = [] }: { answers?: Answers; files?: readonly NamedEvidence[] } = {},
): void => {
  const name = draftOf(address, step.transition)
  desk.drafts.write(name, { text: '', files: filesBesides(desk.drafts.read(name), files) })
  desk.outbox.put({
    address,
    audience: 'step',
    send: sender(desk, address, withFiles(taking(desk, step), files)),
    restore: () => {
      desk.drafts.write(name, {
        ...(answers !== noAnswers && { text: JSON.stringify(answers) }),
        files: [...files, ...desk.drafts.read(name).files],
      })
    },
  })
}
