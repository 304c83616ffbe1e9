import { isLocalPath } from './local-paths.ts'
import { type Fate, kindOfRelation, officePart } from './office-parts.ts'
import { rewriteXml } from './xml.ts'
import { type Element, localName } from './xml-tokens.ts'

/** A link from a part, or from the package itself, to another part or to the outside. */
export interface Relation {
  readonly id: string
  readonly kind: string
  readonly target: string
  /** The part's name as one compares it; null where it leads to the outside. */
  readonly part: string | null
}

/** A part's name as one compares names: the same whatever its case, and however a program wrote its signs. */
export const partKey = (name: string): string => {
  const path = name.replaceAll('\\', '/').toLowerCase()
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A part's list of relationships: `word/document.xml` has `word/_rels/document.xml.rels`; the package is the empty name. */
export const relationsKey = (part: string): string => part.replace(/[^/]*$/, '_rels/$&.rels')

/** A target as the key of a part. */
const resolve = (from: string, target: string): string => {
  const [path = ''] = target.split('#', 1)
  if (path.startsWith('/')) return partKey(path.slice(1))
  const parts = from.split('/').slice(0, -1)
  for (const step of partKey(path).split('/'))
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  return parts.join('/')
}

export const attribute = ({ attributes }: Element, name: string): string =>
  attributes.find((one) => one.name === name)?.value ?? ''

const relationOf = (from: string, element: Element): Relation => {
  const target = attribute(element, 'Target')
  const outside = attribute(element, 'TargetMode') === 'External'
  return {
    ...{ id: attribute(element, 'Id'), kind: kindOfRelation(attribute(element, 'Type')), target },
    part: outside ? null : resolve(from, target),
  }
}

const isRelation = ({ name }: Element): boolean => localName(name) === 'Relationship'

/** The links of a part. @throws Malformed */
export const relationsOf = (from: string, xml: string): Relation[] => {
  const found: Relation[] = []
  const element = (each: Element): Element => {
    if (isRelation(each)) found.push(relationOf(from, each))
    return each
  }
  rewriteXml(xml, { element })
  return found
}

/** What becomes of where a relation leads. Drawings by hand are linked as customers' data are, and lie elsewhere. */
const fateOf = (from: string, { kind, part }: Relation): Fate =>
  kind === 'customxml' && part !== null && !part.startsWith('customxml/') ? 'other' : officePart(kind, from === '')

/** What becomes of each part that can be reached from the package; no program looks for the others. */
export const fatesOf = (links: ReadonlyMap<string, readonly Relation[]>): Map<string, Fate> => {
  const fates = new Map<string, Fate>()
  const reached = ['']
  for (const from of reached)
    for (const relation of links.get(from) ?? []) {
      const [fate, { part }] = [fateOf(from, relation), relation]
      if (part === null || fate === 'drop' || fates.has(part)) continue
      fates.set(part, fate)
      reached.push(part)
    }
  return fates
}

/** What was done to the links of a part: folders that were taken out, folders that stay, and ids that lead nowhere now. */
export interface Unlinked {
  readonly xml: string
  readonly paths: readonly string[]
  readonly stay: readonly string[]
  readonly ids: ReadonlySet<string>
}

/** A path from the folder of the document to another, which may name whoever works there. */
const FROM_HERE = /^(?!#|www\.|[a-z][\w+.-]+:)[^?]*[\\/]/i

/** Takes the links to parts that are gone out of a list of relationships, and what names a folder of the device. */
export const unlink = (from: string, xml: string, isGone: (part: string) => boolean): Unlinked => {
  const [paths, stay, ids]: [string[], string[], Set<string>] = [[], [], new Set()]
  const element = (each: Element): Element | null => {
    if (!isRelation(each)) return each
    const relation = relationOf(from, each)
    const { id, target, part } = relation
    const local = part === null && isLocalPath(target)
    if (local) paths.push(target)
    if (fateOf(from, relation) === 'drop' || (part !== null && isGone(part))) {
      ids.add(id)
      return null
    }
    if (part === null && !local && FROM_HERE.test(target)) stay.push(target)
    // Something in the text may still ask for a link to the outside: it stays, and leads nowhere.
    return local ? withAttribute(each, 'Target', 'about:blank') : each
  }
  const rewritten = rewriteXml(xml, { element })
  return { xml: rewritten, paths, stay, ids }
}

/** An element with another value of an attribute that it has. */
export const withAttribute = (element: Element, name: string, value: string): Element => ({
  ...element,
  attributes: element.attributes.map((one) => (one.name === name ? { name, value } : one)),
})

/** Takes what is gone out of the list of contents, in either kind of document. */
export const unlist = (xml: string, isGone: (part: string) => boolean): string => {
  const element = (each: Element): Element | null => {
    const part = attribute(each, 'PartName').slice(1) || attribute(each, 'manifest:full-path')
    return part !== '' && isGone(partKey(part)) ? null : each
  }
  return rewriteXml(xml, { element })
}
