/** The folder of the part that a list of relationships belongs to: `word/_rels/document.xml.rels` belongs to `word/`. */
const folderOf = (path: string): string => path.replace(/_rels\/[^/]*$/, '')

/** A relative target as a path in the document. */
const resolve = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const parts: string[] = []
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** XML with every attribute in double quotes; both kinds mean the same, and one is enough to look for. */
export const doublyQuoted = (xml: string): string =>
  xml.replaceAll(/<[^!<>][^<>]*>/g, (tag) =>
    tag.replaceAll(/=\s*(?:"[^"]*"|'([^']*)')/g, (whole, single?: string) =>
      single === undefined ? whole : `="${single.replaceAll('"', '&quot;')}"`,
    ),
  )

const attribute = (element: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(element)?.[1] ?? ''

/** Folders of a device or of a network: they often hold the name of whoever worked there. */
const LOCAL = /^(file:|\\\\|[a-z]:[\\/]|\/(?:Users|home)\/)/i

/** What was taken out of a list of relationships: paths of folders, and the ids that point to nothing now. */
export interface Unlinked {
  readonly text: string
  readonly paths: readonly string[]
  readonly ids: readonly string[]
}

/** Takes the links to parts that are gone out of a list of relationships, and what names a folder of the device. */
export const unlink = (path: string, xml: string, dropped: ReadonlySet<string>): Unlinked => {
  const [paths, ids]: [string[], string[]] = [[], []]
  const text = xml.replaceAll(/<Relationship\b[^>]*?(?:\/>|>\s*<\/Relationship>)/g, (element) => {
    const target = attribute(element, 'Target')
    const outside = attribute(element, 'TargetMode') === 'External'
    if (outside && !LOCAL.test(target)) return element
    if (!outside && !dropped.has(resolve(folderOf(path), target))) return element
    // Something in the text may still ask for a link to the outside: it stays, and leads nowhere.
    if (outside) paths.push(target)
    else ids.push(attribute(element, 'Id'))
    return outside ? element.replace(`"${target}"`, '"about:blank"') : ''
  })
  return { text, paths, ids }
}

/** Takes parts that are gone out of the list of contents, in either kind of document. */
export const unlist = (xml: string, dropped: ReadonlySet<string>): string =>
  xml.replaceAll(/<(?:Override|manifest:file-entry)\b[^>]*?\/>/g, (element) => {
    const path = attribute(element, 'PartName').slice(1) || attribute(element, 'manifest:full-path')
    return dropped.has(path) ? '' : element
  })

/** Takes the attributes out of a part that point to relationships which are gone. */
export const withoutIds = (xml: string, ids: readonly string[]): string =>
  ids.reduce((text, id) => text.replaceAll(new RegExp(`\\s[a-z]+:id="${id}"`, 'g'), ''), xml)
