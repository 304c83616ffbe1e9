import type { Allowance } from './inflate.ts'
import { fatesOf, partKey, type Relation, relationsKey, relationsOf, unlink, unlist } from './office-links.ts'
import { type Fate, openPart } from './office-parts.ts'
import { officeProgram, openProgram } from './office-program.ts'
import { propertiesIn } from './office-properties.ts'
import type { Teller } from './office-xml.ts'
import { fromStrictUtf8 } from './texts.ts'
import { Locked, Malformed, trace, Unknown } from './trace.ts'
import { type Packed, unpack } from './zip.ts'

/** The list of contents, by whose name a document is known: of Office, and of OpenDocument. */
const [TYPES, MANIFEST] = ['[content_types].xml', 'meta-inf/manifest.xml']

/** Whether the files of a ZIP are a document. Any other archive stays as it is: they are what somebody wants to show. */
export const isDocument = (names: readonly string[]): boolean =>
  names.some((name) => [TYPES, MANIFEST].includes(partKey(name)))

/** What becomes of a document, by the keys of its parts. */
export interface Plan {
  /** What becomes of each part that stays. */
  readonly fates: ReadonlyMap<string, Fate>
  /** Lists of contents and of relationships, without what is gone, and what is left of properties. */
  readonly lists: ReadonlyMap<string, string>
  /** By part, the ids in it that lead nowhere now. */
  readonly lost: ReadonlyMap<string, ReadonlySet<string>>
}

export const textOf = async (part: Packed, allowance: Allowance): Promise<string> =>
  fromStrictUtf8(await unpack(part, allowance))

/**
 * What is left of properties, told of the rest; null where that is nothing, or they cannot be read: then they go whole.
 */
const leftOf = async (
  part: Packed,
  programOf: (xml: string) => string | null,
  allowance: Allowance,
  teller: Teller,
): Promise<string | null> => {
  try {
    const xml = await textOf(part, allowance)
    const left = programOf(xml)
    if (left !== null && left !== xml) propertiesIn(xml).forEach(teller.found)
    return left
  } catch (cause) {
    if (cause instanceof Malformed || cause instanceof TypeError) return null
    throw cause
  }
}

/** What is left of properties, by the keys of their parts; those of which nothing is are parts no longer. */
const programsOf = async (
  parts: ReadonlyMap<string, Packed>,
  fates: Map<string, Fate>,
  ...how: readonly [programOf: (xml: string) => string | null, allowance: Allowance, teller: Teller]
): Promise<Map<string, string>> => {
  const lists = new Map<string, string>()
  for (const [key] of [...fates].filter(([, fate]) => fate === 'program')) {
    const left = await leftOf(parts.get(key) as Packed, ...how)
    if (left === null) fates.delete(key)
    else lists.set(key, left)
  }
  return lists
}

/** The parts of Office stay that something leads to from the document itself. @throws Unknown where there is none */
const officePlan = async (parts: ReadonlyMap<string, Packed>, allowance: Allowance, teller: Teller): Promise<Plan> => {
  const links = new Map<string, string>()
  for (const from of ['', ...parts.keys()]) {
    const list = parts.get(relationsKey(from))
    if (list !== undefined) links.set(from, await textOf(list, allowance))
  }
  const relations = new Map([...links].map(([from, xml]): [string, Relation[]] => [from, relationsOf(from, xml)]))
  const fates = new Map([...fatesOf(relations)].filter(([key]) => parts.has(key)))
  if ([...fates.values()].every((fate) => fate === 'program')) throw new Unknown()
  const lists = await programsOf(parts, fates, officeProgram, allowance, teller)
  const lost = new Map<string, ReadonlySet<string>>()
  const isGone = (key: string): boolean => parts.has(key) && !fates.has(key)
  for (const [from, list] of links) {
    if (from !== '' && !fates.has(from)) continue
    const { xml, paths, stay, ids } = unlink(from, list, isGone)
    for (const path of paths) teller.found(trace('path', path))
    for (const path of stay) teller.remains(trace('path', path))
    lists.set(relationsKey(from), xml)
    lost.set(from, ids)
  }
  return { fates, lists, lost }
}

/** The parts of OpenDocument stay whose paths say what they are. */
const openPlan = async (parts: ReadonlyMap<string, Packed>, allowance: Allowance, teller: Teller): Promise<Plan> => {
  const all = [...parts].map(([key, { name }]): [string, Fate] => [key, openPart(name)])
  const fates = new Map(all.filter(([, fate]) => fate !== 'drop'))
  const lists = await programsOf(parts, fates, openProgram, allowance, teller)
  return { fates, lists, lost: new Map() }
}

/**
 * What becomes of the parts of a document.
 * @throws Malformed where two parts share a name, of which programs show one or the other; Locked where a list of
 * contents says that parts are encrypted; Unknown where it is no document of Word, Excel or PowerPoint
 */
export const planOf = async (files: readonly Packed[], allowance: Allowance, teller: Teller): Promise<Plan> => {
  const parts = new Map(files.map((part) => [partKey(part.name), part]))
  if (parts.size !== files.length) throw new Malformed()
  const types = parts.get(TYPES)
  const contents = types ?? (parts.get(MANIFEST) as Packed)
  const xml = await textOf(contents, allowance)
  if (/<(?:\w+:)?encryption-data\b/.test(xml)) throw new Locked()
  const { fates, lists, lost } =
    types === undefined ? await openPlan(parts, allowance, teller) : await officePlan(parts, allowance, teller)
  const folders = new Set([...fates.keys()].map((key) => key.slice(0, key.indexOf('/') + 1)))
  const isGone = (key: string): boolean =>
    key.endsWith('/') ? key !== '/' && !folders.has(key) : parts.has(key) && !fates.has(key)
  const unlisted = unlist(xml, isGone)
  return { fates, lists: new Map([...lists, [partKey(contents.name), unlisted]]), lost }
}
