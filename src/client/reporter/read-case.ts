import { type AcceptedEntry, type Bytes, concat, decodePage, decodeStream } from '../../../crypto/wire/index.ts'
import { ask, askBytes } from './ask.ts'
import type { Vault } from './vault.ts'

interface Challenged {
  readonly challenge: string
}

/**
 * Fetches everything that the service holds for a case, page by page, each asked for with a signature of the case key.
 * Every page has the same size, and there is one for a key that nobody has ever used too.
 * @returns the entries as they were accepted, the oldest first; null if there is no case under this key
 */
export const readCase = async (vault: Vault, key: Bytes): Promise<AcceptedEntry[] | null> => {
  const chunks: Bytes[] = []
  for (let page = 0, pages = 1; page < pages; page += 1) {
    const { challenge } = await ask<Challenged>('/api/case/challenge', {})
    const answer = decodePage(await askBytes('/api/case/read', await vault.signRead(key, challenge, page)))
    if (!answer.found) return null
    pages = answer.pages
    chunks.push(answer.chunk)
  }
  return decodeStream(concat(...chunks)).toReversed()
}
