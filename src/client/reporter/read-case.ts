import { type Bytes, decodePage } from '../../../crypto/wire/index.ts'
import { ask, askBytes } from './ask.ts'
import type { CaseVault } from './vault.ts'

interface Challenged {
  readonly challenge: string
}

/**
 * Fetches everything that the service holds for a case, page by page, each asked for with a signature of the case key.
 * Every page has the same size, and a key that nobody ever used gets one too.
 * @returns the pages as they came, the first one first; whether there is a case is written in them
 */
export const readPages = async (vault: CaseVault, key: Bytes): Promise<Bytes[]> => {
  const read: Bytes[] = []
  for (let page = 0, pages = 1; page < pages; page += 1) {
    const { challenge } = await ask<Challenged>('/api/case/challenge', {})
    const answer = await askBytes('/api/case/read', await vault.signRead(key, challenge, page))
    pages = decodePage(answer).pages
    read.push(answer)
  }
  return read
}
