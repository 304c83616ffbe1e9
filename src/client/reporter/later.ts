import { h } from '../ui/dom.ts'

/** What a module of a page that comes later gives: what it does, and its words as rows. */
export type Later = typeof import('./later/draft.ts') & { readonly rows: string }

let loaded: Promise<Later> | undefined

/**
 * Loads the module that this page names for later, the first time that somebody needs it. A module that is imported has
 * no integrity attribute of its own: it is preloaded with one, and only what that has let in is imported.
 * @throws an error with code `network` if it did not come, or is not what the page was built with
 */
export const loadLater = (): Promise<Later> => {
  loaded ??= load().catch((cause) => {
    loaded = undefined
    throw cause
  })
  return loaded
}

const load = async (): Promise<Later> => {
  const { later, laterIntegrity } = document.documentElement.dataset
  if (!later || !laterIntegrity) throw new Error('the page names nothing for later')
  const link = h('link', { rel: 'modulepreload', href: later, integrity: laterIntegrity })
  await new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => reject(Object.assign(new Error('it did not come'), { code: 'network' })))
    document.head.append(link)
  }).finally(() => link.remove())
  return import(later)
}
