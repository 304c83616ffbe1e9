import { all } from '../../ui/dom.ts'

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Everything that was typed and chosen in the form of a page, and where one was in it. */
export interface Snapshot {
  readonly page: string
  readonly step: string
  /** What was typed, by the id of its input. */
  readonly texts: Readonly<Record<string, string>>
  /** The ids of what was chosen. */
  readonly chosen: readonly string[]
  /** The acts of a request, each by its parts. */
  readonly acts: readonly Readonly<Record<string, string>>[]
}

/** What of a form is kept: the answers, and who is left out. Neither the key of an earlier case nor what proves a new one. */
const TYPED = '[data-field]'
const CHOSEN = '[data-choices] :checked, #readers :checked'

/** Reads a form as it stands, with what lies hidden under answers that are not chosen. */
export const takeSnapshot = (form: HTMLElement): Pick<Snapshot, 'texts' | 'chosen' | 'acts'> => ({
  texts: Object.fromEntries(
    all<Input>(TYPED, form).flatMap(({ id, value }) => (value === '' ? [] : [[id, value] as const])),
  ),
  chosen: all(CHOSEN, form).map(({ id }) => id),
  acts: all('#acts > li', form).map((entry) =>
    Object.fromEntries(all<Input>('[data-part]', entry).map(({ dataset, value }) => [dataset.part, value])),
  ),
})

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')

/** Reads back what was made of a snapshot by JSON; null where it is none. */
export const parseSnapshot = (json: string): Snapshot | null => {
  try {
    const { page, step, texts, chosen, acts } = JSON.parse(json)
    const whole =
      [page, step].every((name) => typeof name === 'string') &&
      isTexts(texts) &&
      Array.isArray(chosen) &&
      chosen.every((id) => typeof id === 'string') &&
      Array.isArray(acts) &&
      acts.every(isTexts)
    return whole ? { page, step, texts, chosen, acts } : null
  } catch {
    return null
  }
}
