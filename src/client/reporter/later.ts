import { one } from '../ui/dom.ts'

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
 * Loads a module that this page names for later, the first time that somebody needs it. An import has no integrity
 * attribute of its own: the page holds a script element that has one, and only what that has let in is imported. (A
 * preload could carry it as well, but WebKit's Integrity-Policy takes no notice of that one.)
 * @throws an error with code `network` if it did not come, or is not what the page was built with
 */
export const loadLater = <Name extends keyof Modules>(name: Name): Promise<Later<Name>> => {
  const known = loaded.get(name) ?? load(name)
  loaded.set(name, known)
  known.catch(() => loaded.delete(name))
  return known as Promise<Later<Name>>
}

/** Its names are those of the template alone: what sleeps in it is no part of the document. */
const load = async (name: string): Promise<unknown> => {
  const { content } = one<HTMLTemplateElement>('#later')
  const script = one(`#${name}`, content).cloneNode() as HTMLScriptElement
  await new Promise<void>((resolve, reject) => {
    script.onload = () => resolve()
    script.onerror = () => reject(Object.assign(new Error('it did not come'), { code: 'network' }))
    document.head.append(script)
  }).finally(() => script.remove())
  return import(script.src)
}
