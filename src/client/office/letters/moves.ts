import { type Letter, letterFault } from '../../../domain/procedure/letters.ts'
import type { RequestFile } from './request-file.ts'
import type { LetterStep } from './sign.ts'

/** Something that can be done with a letter: the step, what it still asks for, and the guard that forbids it today. */
export interface LetterMove {
  readonly name: 'send' | 'seal' | 'necessity' | 'second' | 'served' | 'answer'
  readonly step: LetterStep
  readonly asks: 'reasons' | 'on' | 'text' | null
  readonly fault: string | null
}

/** A good answer to each question, to find out beforehand whether the step itself is allowed. */
const sample = { reasons: '-', text: '-', digest: '-', key_way: 'paper' } as const

/** What this person can do with a letter today, and what they cannot yet. */
export const movesOf = ({ setting, progress, me, today }: RequestFile, letter: Letter): readonly LetterMove[] => {
  const move = (
    name: LetterMove['name'],
    transition: string,
    asks: LetterMove['asks'],
    seconds?: number,
  ): LetterMove => {
    const facts = { letter: letter.id }
    const step = { transition, facts, ...(seconds !== undefined && { seconds }) }
    const answered = { ...sample, on: today, ...facts }
    return { name, step, asks, fault: letterFault(setting, progress, me, today, { ...step, facts: answered }) }
  }
  const { proposed, sent, needed, agreed, served, answer } = letter
  const all = [
    sent === null && move('send', 'send-letter', null),
    setting.rules.transitions.has('seal-letter') && move('seal', 'seal-letter', null),
    sent === null && !agreed && !needed && !proposed && move('necessity', 'record-letter-necessity', 'reasons'),
    sent === null && proposed && move('second', 'record-letter-necessity', null, proposed.sequence),
    sent !== null && served === null && move('served', 'record-letter-service', 'on'),
    sent !== null && answer === null && move('answer', 'record-letter-answer', 'text'),
  ]
  return all.filter((one) => one !== false && one !== null).filter(({ fault }) => fault !== 'role-not-allowed')
}
