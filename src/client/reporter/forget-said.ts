import { byId, one } from '../ui/dom.ts'

/**
 * Empties a form of all that was said, and of every word of a key that it shows: what was sent stays nowhere on the page,
 * whoever goes back in it.
 */
export const forgetSaid = (): void => {
  one<HTMLFormElement>('#report').reset()
  for (const id of ['hints', 'answers', 'halves', 'proof-words']) byId(id).replaceChildren()
  for (const id of ['step-save', 'step-resume']) document.getElementById(id)?.remove()
}
