import { type Bytes, fromBase64url, hex, type Receipt, toBase64url } from '../../../crypto/wire/index.ts'
import { dayNumber } from '../../domain/days.ts'
import { packHash } from '../ui/pack.ts'
import { type CryptoWorker, type ListName, startCryptoWorker } from '../worker/proxy.ts'
import { caseOf } from './case-of-view.ts'
import type { Book } from './office.ts'
import { batchOf, firstBatchOf } from './sealed-json.ts'
import type { Addition, KeyProblem, Vault } from './vault.ts'

/** The word list of each language; the English one where there is none. */
const LISTS: Readonly<Record<string, ListName>> = { en: 'english', fr: 'french', es: 'spanish' }

/**
 * Opens the vault of a page: the crypto worker and what the page says to it. The worker is fetched after the page has
 * been painted, so that reading can begin before the keys' machinery is there.
 */
export const openVault = (): Vault => {
  let started: CryptoWorker | undefined
  let known: { readonly statements: string; readonly book: Book } | undefined
  let opened: Bytes | undefined
  // What this page has seen of the case: a service that later shows less than this has gone back.
  let seen: readonly Head[] = []
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

  const add = async ({ office, body, summary }: Addition, newKey?: Bytes) => {
    if (opened === undefined) throw new Error('no case is open')
    const act =
      newKey === undefined
        ? ({ act: 'say', lane: 'shared', body } as const)
        : ({ act: 'replace-key', newKey, body } as const)
    const batch = await call('seal', { case: opened, act, day: dayNumber(office.day), summary })
    return { case: toBase64url(opened), ...batchOf(batch) }
  }

  return {
    verifyDirectory: async (statements) => {
      // The same bytes need not be verified twice.
      const same = JSON.stringify(statements.map(({ statement }) => hex(statement)))
      if (known?.statements !== same) {
        known = { statements: same, book: await call('loadDirectory', { statements, marks: [] }) }
      }
      return known.book
    },
    goodReceipts: async (receipts) => {
      const good = await call('checkReceipts', { receipts })
      if (good) seen = [...seen, ...receipts.map(headOf)]
      return good
    },
    newKey: (language) => call('generateCaseKey', { list: LISTS[language] ?? 'english' }),
    readKey: async (text) => {
      const read = await call('parseCaseKey', { text })
      return read.ok ? read : { ok: false, problems: read.problems.map(problemOf) }
    },
    sealReport: async ({ key, office, excluded, schedule, body, identity, summary }) => {
      const batch = await call('sealSubmission', {
        ...{ key, body, identity, summary },
        excluded: excluded.map(({ id }) => id),
        day: dayNumber(office.day),
        pack: fromBase64url(packHash()),
        schedule: { remind: dayNumber(schedule.remind), release: dayNumber(schedule.release) },
      })
      return firstBatchOf(batch)
    },
    signRead: async (key, challenge, page) => {
      const asked = { key, origin: location.origin, challenge: fromBase64url(challenge), page }
      const signed = await call('signRead', asked)
      return { key: toBase64url(signed.key), challenge, page, signature: toBase64url(signed.signature) }
    },
    openCase: async (key, office, pages) => {
      const view = await call('openOwnCase', { key, pages, known: seen })
      if (view === null) return null
      opened = view.case
      if (view.broken === null) seen = view.entries.map(headOf)
      return caseOf(view, office.directory.members)
    },
    sealEntry: (addition) => add(addition),
    sealNewKey: (newKey, addition) => add(addition, newKey),
    forget: () => {
      started?.end()
      started = known = opened = undefined
      seen = []
    },
  }
}

/** An entry by its place and hash. */
type Head = Pick<Receipt, 'lane' | 'sequence' | 'hash'>

const headOf = ({ lane, sequence, hash }: Head): Head => ({ lane, sequence, hash })

const problemOf = ({
  code,
  position,
  suggestion,
  count = 0,
}: {
  code: 'word' | 'digits' | 'count' | 'checksum'
  position: number
  suggestion?: string
  count?: number
}): KeyProblem => {
  if (code === 'count') return count === 0 ? { code: 'empty' } : { code, count }
  return code === 'checksum' ? { code } : { code, position, suggestion }
}
