import { h } from '../ui/dom.ts'

/** The modules that come later, by the names under which pages name them. */
interface Modules {
  readonly draft: typeof import('./later/draft.ts')
  readonly ending: typeof import('./later/report-ending.ts') | typeof import('./later/request-ending.ts')
  readonly files: typeof import('./later/files.ts')
}

/** What such a module gives: what it does, and its words as rows. */
type Later<Name extends keyof Modules> = Modules[Name] & { readonly rows: string }

const loaded = new Map<string, Promise<unknown>>()

/**
 * Loads a module that this page names for later, the first time that somebody needs it. A module that is imported has
 * no integrity attribute of its own: it is preloaded with one, and only what that has let in is imported.
 * @throws an error with code `network` if it did not come, or is not what the page was built with
 */
export const loadLater = <Name extends keyof Modules>(name: Name): Promise<Later<Name>> => {
  const known = loaded.get(name) ?? load(name)
  loaded.set(name, known)
  known.catch(() => loaded.delete(name))
  return known as Promise<Later<Name>>
}

const load = async (name: string): Promise<unknown> => {
  const [href, integrity] = document.documentElement.getAttribute(`data-later-${name}`)?.split(' ') ?? []
  if (!href || !integrity) throw new Error(`the page names no ${name} for later`)
  const link = h('link', { rel: 'modulepreload', href, integrity })
  await new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => reject(Object.assign(new Error('it did not come'), { code: 'network' })))
    document.head.append(link)
  }).finally(() => link.remove())
  return import(href)
}
