import type { Language } from '../../i18n/languages.ts'
import { startCryptoWorker } from '../../worker/proxy.ts'
import { caseCalls } from './case-calls.ts'
import { directoryCalls } from './directory-calls.ts'
import { keyCalls } from './key-calls.ts'
import type { Vault } from './vault.ts'

/** The vault of this page: its crypto worker, spoken to in the console's own terms. */
export const workerVault = (language: Language): Vault => {
  const worker = startCryptoWorker()
  const list = listOf(language.tag)
  const cases = caseCalls(worker)
  return {
    ...keyCalls(worker, list),
    ...directoryCalls(worker, list),
    ...cases.calls,
    forget() {
      worker.forget()
      cases.forget()
    },
  }
}

const listNames = { en: 'english', fr: 'french', es: 'spanish' } as const

/** The words in which kits and codes are shown; languages that have no list of their own use the English one. */
const listOf = (tag: string) => (Object.hasOwn(listNames, tag) ? listNames[tag as keyof typeof listNames] : 'english')
