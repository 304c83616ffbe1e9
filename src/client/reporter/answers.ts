import { all } from '../ui/dom.ts'

/** What was answered, by field: texts, the code of the one chosen, or the codes of several with spaces between. */
export type Answers = Readonly<Record<string, string>>

/** Reads the answers from the form. What lies hidden under an answer that was not chosen is not read. */
export const readAnswers = (form: HTMLElement): Answers => {
  const answers: Record<string, string> = {}
  for (const input of all<HTMLInputElement | HTMLTextAreaElement>('[data-field]', form)) {
    const field = input.dataset.field
    const value = answerOf(input)
    if (field === undefined || value === '' || input.closest('[data-more][hidden]') !== null) continue
    answers[field] = answers[field] === undefined ? value : `${answers[field]} ${value}`
  }
  return answers
}

const answerOf = (input: HTMLInputElement | HTMLTextAreaElement): string => {
  if (input.type !== 'radio' && input.type !== 'checkbox') return input.value.normalize('NFC').trim()
  return (input as HTMLInputElement).checked ? input.value : ''
}
