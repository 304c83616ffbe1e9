import { type Bytes, fromBase64url, type Receipt, toBase64url } from '../../../crypto/wire/index.ts'
import { type Day, dayNumber } from '../../domain/days.ts'
import { languageOf } from '../i18n/languages.ts'
import type { CaseAct } from '../worker/proxy.ts'
import { caseOf } from './case-of-view.ts'
import { openPageVault } from './page-vault.ts'
import { readKeyBy } from './read-key.ts'
import { batchOf, namedFiles } from './sealed-json.ts'
import type { Addition, CaseVault } from './vault.ts'

/** The vault of the page to which a reporter returns. */
export const openCaseVault = (): CaseVault => {
  const vault = openPageVault()
  const { call } = vault
  let opened: Bytes | undefined
  // What this page has seen of the case: a service that later shows less than this has gone back.
  let seen: readonly Head[] = []

  const seal = async ({ office, summary }: Addition, act: CaseAct) => {
    if (opened === undefined) throw new Error('no case is open')
    const batch = await call('seal', { case: opened, act, day: dayNumber(office.day), summary })
    return { case: toBase64url(opened), ...batchOf(batch) }
  }

  return {
    ...vault,
    goodReceipts: async (receipts) => {
      const good = await vault.goodReceipts(receipts)
      if (good) seen = [...seen, ...receipts.map(headOf)]
      return good
    },
    readKey: (text) => readKeyBy(call, text),
    signRead: async (key, challenge, page) => {
      const asked = { key, origin: location.origin, challenge: fromBase64url(challenge), page }
      const signed = await call('signRead', asked)
      return { key: toBase64url(signed.key), challenge, page, signature: toBase64url(signed.signature) }
    },
    sealVisit: async (key, challenge, day) => {
      const asked = { key, origin: location.origin, challenge: fromBase64url(challenge), day }
      const { number, ...made } = await call('sealVisit', asked)
      const [cell, signature] = [toBase64url(made.cell), toBase64url(made.signature)]
      return { number, request: { key: toBase64url(made.key), challenge, cell, signature } }
    },
    openVisit: (key, cell) => call('openVisit', { key, cell }),
    openCase: async (key, office, pages) => {
      const view = await call('openOwnCase', { key, pages, known: seen })
      if (view === null) return null
      opened = view.case
      if (view.broken === null) seen = view.entries.map(headOf)
      return caseOf(view, office.directory.members)
    },
    sealEntry: (addition) => seal(addition, { act: 'say', lane: 'shared', ...said(addition) }),
    sealRemoval: (members, addition) => seal(addition, { act: 'remove', members, body: addition.body }),
    sealNewKey: (newKey, addition) => seal(addition, { act: 'replace-key', newKey, body: addition.body }),
    sealRepresentative: (newKey, addition) => seal(addition, { act: 'represent', newKey, body: addition.body }),
    sealKeyEnd: ({ id }, addition) => seal(addition, { act: 'end-key', key: fromBase64url(id), body: addition.body }),
    lineOf: async (key, language) => {
      const { line, code } = await call('makeLine', { key, list: languageOf(language).keyWords })
      return { line: toBase64url(line), code }
    },
    sealRelease: (addition) => seal(addition, { act: 'release', body: addition.body }),
    forget: () => {
      vault.forget()
      opened = undefined
      seen = []
    },
  }
}

/** In a header, zero leaves a day of the schedule as it is. */
const said = ({ body, schedule, files = [] }: Addition) => {
  const day = (set: Day | null): number => (set === null ? 0 : dayNumber(set))
  return {
    body,
    files: namedFiles(files),
    ...(schedule && { schedule: { remind: day(schedule.remind), release: day(schedule.release) } }),
  }
}

/** An entry by its place and hash. */
type Head = Pick<Receipt, 'lane' | 'sequence' | 'hash'>

const headOf = ({ lane, sequence, hash }: Head): Head => ({ lane, sequence, hash })
