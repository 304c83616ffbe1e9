import { hex } from '../../../crypto/wire/index.ts'
import { languageOf } from '../i18n/languages.ts'
import { type CryptoWorker, startCryptoWorker } from '../worker/proxy.ts'
import type { Book } from './office.ts'
import type { Vault } from './vault.ts'

/**
 * Starts the crypto worker of a page. It is fetched after the page has been painted, so that reading can begin before the
 * keys' machinery is there.
 */
export const openPageVault = (): Vault => {
  let started: CryptoWorker | undefined
  let known: { readonly statements: string; readonly book: Book } | undefined
  const worker = (): CryptoWorker => {
    started ??= startCryptoWorker()
    return started
  }
  requestAnimationFrame(() => setTimeout(worker))

  /** Asks the worker. One that did not start, perhaps for a broken line, is fetched anew with the next try. */
  const call: CryptoWorker['call'] = (name, ...args) => {
    const answer = worker().call(name, ...args)
    answer.catch((cause) => {
      if ((cause as { code?: unknown }).code === 'worker.unavailable') started = known = undefined
    })
    return answer
  }

  return {
    call,
    verifyDirectory: async (statements) => {
      // The same bytes need not be verified twice.
      const same = JSON.stringify(statements.map(({ statement }) => hex(statement)))
      if (known?.statements !== same) {
        known = { statements: same, book: await call('loadDirectory', { statements, marks: [] }) }
      }
      return known.book
    },
    goodReceipts: (receipts) => call('checkReceipts', { receipts }),
    newKey: (language) => call('generateCaseKey', { list: languageOf(language).keyWords }),
    forget: () => {
      started?.end()
      started = known = undefined
    },
  }
}
