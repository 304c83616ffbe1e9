import { byId, show } from '../ui/dom.ts'

/**
 * Takes away the notice that the script is missing; where the browser cannot lock anything, puts the refusal in its
 * place. @returns whether the page may go on
 */
export const pageIsReady = (): boolean => {
  const ready = isSecureContext && crypto.subtle !== undefined
  show(byId('script-needed'), false)
  show(byId('not-secure'), !ready)
  return ready
}
