import type { SealedStep } from '../../../domain/procedure/fields.ts'

/** One question of a step's form. `one` and `many` choose among options; the answer to `many` is its values with spaces between. */
export interface Question {
  readonly name: string
  readonly kind: 'line' | 'text' | 'day' | 'one' | 'many' | 'list'
  readonly label: string
  readonly hint?: string
  readonly options?: readonly Option[]
  /** What is chosen before anybody answers. */
  readonly preset?: string
}

export interface Option {
  readonly value: string
  readonly label: string
}

/** What was answered, by the name of the question; an open question has the empty text. */
export type Values = Readonly<Record<string, string>>

/** The questions of a step, and what the answers make it say. */
export interface StepForm {
  readonly questions: readonly Question[]
  readonly said: (values: Values) => Pick<SealedStep, 'facts' | 'about'>
}
