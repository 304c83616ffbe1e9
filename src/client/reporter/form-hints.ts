import { all } from '../ui/dom.ts'
import { type Hint, hintsIn } from './hints.ts'

/** A text of the form. */
export type TextInput = HTMLInputElement | HTMLTextAreaElement

/** A sentence that could point at its author, and the input in which it stands. */
export interface FormHint extends Hint {
  readonly input: TextInput
}

const TEXTS = ':is(textarea, input[type=text]):is([data-field], [data-part])'

/** What says who somebody is or how to reach them is meant to; the work of before lies in the envelope with the name. */
const MEANT = '[id^=sealed-], [id^=open-], #step-contact *, #step-work *, [data-more][hidden] *'

/** What somebody gave as their own name, which lies in an envelope of its own; nothing where a form has none. */
export const ownNames = (form: HTMLElement): readonly string[] =>
  all<TextInput>('#sealed-name', form).map(({ value }) => value)

/** The sentences of a whole form that could point at its author, in its order. */
export const hintsInForm = (form: HTMLElement, language: string): FormHint[] => {
  const names = ownNames(form)
  return all<TextInput>(TEXTS, form)
    .filter((input) => !input.matches(MEANT))
    .flatMap((input) => hintsIn(input.value, language, names).map((hint) => ({ ...hint, input })))
}

/** What the label of an input says. */
export const labelOfInput = ({ labels }: TextInput): string => {
  const [label] = labels ?? []
  return (label?.querySelector('.label') ?? label)?.textContent ?? ''
}

/** Puts the reader at a sentence in its input. */
export const focusOnSentence = (input: TextInput, sentence: string): void => {
  const start = input.value.indexOf(sentence)
  input.focus()
  if (start >= 0) input.setSelectionRange(start, start + sentence.length)
}
