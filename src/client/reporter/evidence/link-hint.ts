import { byId, one, show } from '../../ui/dom.ts'

const LINK = /https?:\/\/|\bwww\.\S+\.\S/i

/** Asks for a saved copy beside a link as soon as one is typed. */
export const wireLinkHint = (text: string): void => {
  const area = one<HTMLTextAreaElement>(`#${text}`)
  area.addEventListener('input', () => show(byId('link-hint'), LINK.test(area.value)))
}
