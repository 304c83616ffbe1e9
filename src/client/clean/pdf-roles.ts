import type { PdfObject } from './pdf-objects.ts'
import type { PdfDictionary, PdfValue } from './pdf-values.ts'

/** Where a value stands within its object. */
export interface Place {
  /** The name that it stands under; null where its whole object stands under it. */
  readonly key: string | null
  /** The name that its dictionary stands under. */
  readonly parent: string | null
  readonly owner: PdfDictionary | null
  readonly isListed: boolean
  /** Whether it is one of the properties of the document. */
  readonly isProperty: boolean
}

/** Names that hold the properties of a document, or those of one that was put into it. */
export const PROPERTY_LISTS: readonly string[] = ['Info', 'PTEX.InfoDict']

/** Lists that begin with such a name are spaces of colours. */
const SPACES: readonly string[] = ['Indexed', 'I', 'ICCBased']

const ROOT: Place = { key: null, parent: null, owner: null, isListed: false, isProperty: false }

/** Goes through everything in an object, with the place of each. */
export const walk = (value: PdfValue, visit: (value: PdfValue, place: Place) => void, place: Place = ROOT): void => {
  visit(value, place)
  if (value.kind === 'array') {
    const [first] = value.items
    const key = first?.kind === 'name' && SPACES.includes(first.word) ? first.word : place.key
    const within = { ...place, key, isListed: true }
    for (const item of value.items) walk(item, visit, within)
  } else if (value.kind === 'dictionary')
    for (const [name, item] of value.entries)
      walk(item, visit, {
        ...{ key: name, parent: place.key, owner: value, isListed: false },
        isProperty: place.isProperty || (place.key !== null && PROPERTY_LISTS.includes(place.key)),
      })
}

/** More names than this nobody gives to one object. */
const NAMES = 40

/** The names under which objects are pointed to, by their number. */
export class Roles {
  readonly #direct = new Map<string, Set<string>>()
  readonly #all = new Map<string, Set<string>>()

  constructor(objects: readonly PdfObject[]) {
    const inherited: (readonly [from: string, to: string, where: Map<string, Set<string>>])[] = []
    for (const { number, value } of objects)
      walk(value, (one, { key, parent }) => {
        if (one.kind !== 'reference') return
        if (key !== null) add(this.#direct, one.word, [key])
        if (parent !== null) add(this.#all, one.word, [parent])
        if (key === null) inherited.push([number, one.word, this.#direct])
        else if (parent === null) inherited.push([number, one.word, this.#all])
      })
    for (const [from, to, where] of inherited) add(where, to, this.of(from))
  }

  /** The names that point to an object themselves. */
  of(number: string): readonly string[] {
    return [...(this.#direct.get(number) ?? [])]
  }

  /** These, and the names under which the dictionaries lie that do so. */
  around(number: string): readonly string[] {
    return [...this.of(number), ...(this.#all.get(number) ?? [])]
  }
}

const add = (roles: Map<string, Set<string>>, number: string, names: readonly string[]): void => {
  const known = roles.get(number) ?? new Set()
  for (const name of names) if (known.size < NAMES) known.add(name)
  roles.set(number, known)
}
