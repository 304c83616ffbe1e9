import { type Bytes, fromBase64url, hex, type Member, toBase64url, withId } from '../../../crypto/wire/index.ts'
import { dayNumber, dayOf } from '../../domain/days.ts'
import { stepOf } from '../../domain/steps.ts'
import { type CaseView, type CryptoWorker, type ListName, startCryptoWorker } from '../worker/proxy.ts'
import type { Office } from './office.ts'
import { batchOf, firstBatchOf } from './sealed-json.ts'
import type { Addition, CaseEntry, KeyProblem, OpenCase, Vault } from './vault.ts'

/** The word list of each language; the English one where there is none. */
const LISTS: Readonly<Record<string, ListName>> = { en: 'english', fr: 'french', es: 'spanish' }

/**
 * Opens the vault of a page: the crypto worker and what the page says to it. The worker is fetched after the page has
 * been painted, so that reading can begin before the keys' machinery is there.
 */
export const openVault = (): Vault => {
  let started: CryptoWorker | undefined
  let loaded: string | undefined
  let opened: Bytes | undefined
  const worker = (): CryptoWorker => {
    started ??= startCryptoWorker()
    return started
  }
  requestAnimationFrame(() => setTimeout(worker))

  /** Has the worker verify the directory for itself, once for each head. */
  const load = async ({ statements, directory }: Office): Promise<void> => {
    const head = hex(directory.head)
    if (loaded === head) return
    await worker().call('loadDirectory', { statements, marks: [] })
    loaded = head
  }

  const add = async ({ office, body, summary }: Addition, newKey?: Bytes) => {
    await load(office)
    if (opened === undefined) throw new Error('no case is open')
    const act =
      newKey === undefined
        ? ({ act: 'say', lane: 'shared', body } as const)
        : ({ act: 'replace-key', newKey, body } as const)
    const batch = await worker().call('seal', { case: opened, act, day: dayNumber(office.day), summary })
    return { case: toBase64url(opened), ...batchOf(batch) }
  }

  return {
    prepare: (office) => void load(office).catch(() => undefined),
    newKey: (language) => worker().call('generateCaseKey', { list: LISTS[language] ?? 'english' }),
    readKey: async (text) => {
      const read = await worker().call('parseCaseKey', { text })
      return read.ok ? read : { ok: false, problems: read.problems.map(problemOf) }
    },
    sealReport: async ({ key, office, excluded, schedule, body, identity, summary }) => {
      await load(office)
      const batch = await worker().call('sealSubmission', {
        ...{ key, body, identity, summary },
        excluded: excluded.map(({ id }) => id),
        day: dayNumber(office.day),
        pack: fromBase64url(office.description?.pack ?? NO_PACK),
        schedule: { remind: dayNumber(schedule.remind), release: dayNumber(schedule.release) },
      })
      return firstBatchOf(batch)
    },
    signRead: async (key, challenge, page) => {
      const asked = { key, origin: location.origin, challenge: fromBase64url(challenge), page }
      const signed = await worker().call('signRead', asked)
      return { key: toBase64url(signed.key), challenge, page, signature: toBase64url(signed.signature) }
    },
    openCase: async (key, office, pages) => {
      await load(office)
      const view = await worker().call('openOwnCase', { key, pages })
      if (view === null) return null
      opened = view.case
      return caseOf(view, office.directory.members)
    },
    sealEntry: (addition) => add(addition),
    sealNewKey: (newKey, addition) => add(addition, newKey),
    forget: () => {
      started?.end()
      started = loaded = opened = undefined
    },
  }
}

/** The rules' hash of an office that has not described itself yet. */
const NO_PACK = toBase64url(new Uint8Array(32))

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

/** Whoever wrote a verified entry is in the directory; the reporter must never be shown as the author of something else. */
const known = (members: readonly Member[], id: Bytes): Member => {
  const member = withId(members, id)
  if (member === undefined) throw new Error('an author whom the directory does not know')
  return member
}

const caseOf = (view: CaseView, members: readonly Member[]): OpenCase => {
  const people = (ids: readonly Bytes[]): Member[] => ids.flatMap((id) => withId(members, id) ?? [])
  return {
    address: view.case,
    broken: view.broken?.code ?? null,
    badSeals: view.badSeals.length,
    readers: people(view.state.officers),
    excluded: people(view.state.excluded),
    entries: view.entries.map(
      ({ lane, sequence, kind, hash, receipt, author, body, void: rule, members: named }): CaseEntry => ({
        ...{ lane, sequence, kind, hash, rule },
        day: dayOf(receipt.day),
        author: author === null ? null : known(members, author),
        step: body === null ? null : stepOf(body),
        members: people(named),
        receipt: receipt.signature,
      }),
    ),
  }
}
