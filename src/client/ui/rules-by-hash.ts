import { type PackFiles, readPack } from '../../domain/pack/pack.ts'
import { type Rules, rulesOf } from '../../domain/pack/rules.ts'

/** The rules that a case names cannot be had, or are not those that it names. */
export class RulesProblem extends Error {
  readonly code: 'rules.not_there' | 'rules.wrong_hash'

  constructor(code: RulesProblem['code']) {
    super(code)
    this.code = code
  }
}

const known = new Map<string, Promise<Rules>>()

/**
 * The rules that a case began under, by their hash (base64url of SHA-256). The case names them in its signed first entry,
 * so nobody can put others in their place: what comes is hashed before it is read. Fetched once a page.
 * @throws RulesProblem, or what `fetch` throws when the line is down
 */
export const rulesByHash = (hash: string): Promise<Rules> => {
  const found = known.get(hash) ?? load(hash)
  known.set(hash, found)
  found.catch(() => known.delete(hash))
  return found
}

const load = async (hash: string): Promise<Rules> => {
  const answer = await fetch(`/packs/${hash}.json`, { credentials: 'omit', cache: 'no-store' })
  if (!answer.ok) throw new RulesProblem('rules.not_there')
  const bytes = await answer.arrayBuffer()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  if (base64url(digest) !== hash) throw new RulesProblem('rules.wrong_hash')
  return rulesOf(readPack(JSON.parse(new TextDecoder().decode(bytes)) as PackFiles))
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
