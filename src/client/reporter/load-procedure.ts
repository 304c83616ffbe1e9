import { one } from '../ui/dom.ts'
import { AskError } from './ask.ts'
import { HANDED } from './handed.ts'
import type { ProcedureScript } from './procedure/procedure.ts'

let loaded: Promise<ProcedureScript> | undefined

/**
 * Loads the script for requests once; after a broken line it is asked for again. The build wrote its address and its hash
 * into the page, and it is copied from there as it stands: a page may not make up the address of a script.
 * @throws AskError `network`
 */
export const loadProcedure = (): Promise<ProcedureScript> => {
  loaded ??= load()
  loaded.catch(() => {
    loaded = undefined
  })
  return loaded
}

const load = (): Promise<ProcedureScript> =>
  new Promise((resolve, reject) => {
    const { content } = one<HTMLTemplateElement>('#later')
    const script = one('script', document.importNode(content, true))
    const take = (event: Event): void => resolve((event as CustomEvent<ProcedureScript>).detail)
    document.addEventListener(HANDED, take, { once: true })
    script.addEventListener('error', () => reject(new AskError('network')))
    document.body.append(script)
  })
