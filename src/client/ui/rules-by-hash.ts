import { type PackFiles, readPack } from '../../domain/pack/pack.ts'
import { manifestOf, partsOf, procedureIn, rulesInPart, WHOLE } from '../../domain/pack/parts.ts'
import { type Rules, rulesOf } from '../../domain/pack/rules.ts'

/** The rules that a case names cannot be had, or are not those that it names. */
export class RulesProblem extends Error {
  readonly code: 'rules.not_there' | 'rules.wrong_hash'

  constructor(code: RulesProblem['code']) {
    super(code)
    this.code = code
  }
}

/**
 * The rules that a case began under, by the hash that its signed first entry names (base64url of SHA-256), so that nobody
 * can put others in their place: what comes is hashed before it is read. Whoever reads the whole checks besides that the
 * parts for smaller pages say the same. Fetched once a page.
 * @throws RulesProblem, or what `fetch` throws when the line is down
 */
export const rulesByHash = (hash: string): Promise<Rules> =>
  once(hash, async () => {
    const manifest = await checked(hash)
    const files = JSON.parse(await checked(nameIn(manifest, WHOLE))) as PackFiles
    const parts = Object.entries(partsOf(files)).map(
      async ([name, text]) => [name, await digest(encode(text))] as const,
    )
    if (manifestOf(Object.fromEntries(await Promise.all(parts))) !== manifest)
      throw new RulesProblem('rules.wrong_hash')
    return rulesOf(readPack(files))
  })

/** The same for a small page: only the lines of the procedure, with their words in one language. */
export const procedureByHash = (hash: string, language: string): Promise<Rules> =>
  once(`${hash} ${language}`, async () =>
    rulesInPart(await checked(nameIn(await checked(hash), procedureIn(language)))),
  )

const known = new Map<string, Promise<Rules>>()

/** What could not be had is asked for again. */
const once = (name: string, load: () => Promise<Rules>): Promise<Rules> => {
  const found = known.get(name) ?? load()
  known.set(name, found)
  found.catch(() => known.delete(name))
  return found
}

/** Rules of an earlier time may lack the language of the page: then the first they have stands in. */
const nameIn = (manifest: string, part: string): string => {
  const names = JSON.parse(manifest) as Readonly<Record<string, string>>
  return names[part] ?? Object.entries(names).find(([name]) => name !== WHOLE)?.[1] ?? ''
}

const checked = async (hash: string): Promise<string> => {
  const answer = await fetch(`/packs/${hash}.json`, { credentials: 'omit', cache: 'no-store' })
  if (!answer.ok) throw new RulesProblem('rules.not_there')
  const bytes = await answer.arrayBuffer()
  if ((await digest(bytes)) !== hash) throw new RulesProblem('rules.wrong_hash')
  return new TextDecoder().decode(bytes)
}

const encode = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer

const digest = async (bytes: ArrayBuffer): Promise<string> =>
  btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
