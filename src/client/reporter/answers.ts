import { all } from '../ui/dom.ts'

/** What was answered, by field: texts, the code of the one chosen, or the codes of several with spaces between. */
export type Answers = Readonly<Record<string, string>>

type Input = HTMLInputElement | HTMLTextAreaElement

/** Reads the answers from the form. What lies hidden under an answer that was not chosen is not read. */
export const readAnswers = (form: HTMLElement): Answers => {
  const answers: Record<string, string> = {}
  for (const input of all<Input>('[data-field], [data-choices] :checked', form)) {
    const [field, value] = answerOf(input)
    if (value === '' || input.closest('[data-more][hidden]') !== null) continue
    answers[field] = answers[field] === undefined ? value : `${answers[field]} ${value}`
  }
  return answers
}

/** A text says its field; a choice is named after the field of its group and its own code. */
const answerOf = (input: Input): readonly [field: string, value: string] => {
  const { field } = input.dataset
  if (field !== undefined) return [field, input.value.normalize('NFC').trim()]
  const { choices = '' } = input.closest<HTMLElement>('[data-choices]')?.dataset ?? {}
  return [choices, input.id.slice(choices.length + 1)]
}
