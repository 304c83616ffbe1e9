import type { CaseLine } from '../../../contract/cases.ts'
import { headquarters } from '../../../domain/headquarters.ts'
import { countedFrom, summaryOf } from '../../../domain/summary.ts'
import { fromBase64 } from '../net/base64.ts'
import { addressHash, referenceOf } from '../reference.ts'
import type { Vault } from '../vault/vault.ts'
import type { InboxRow } from './row.ts'

/** Opens those of some lines that are new; what has not changed since it was opened is taken as it is. */
export const openLines = async (
  lines: readonly CaseLine[],
  known: ReadonlyMap<string, InboxRow>,
  vault: Vault,
): Promise<readonly InboxRow[]> => {
  const fresh = lines.filter((line) => !known.has(versionOf(line)))
  const opened = fresh.length === 0 ? [] : await vault.openSummaries(fresh)
  const results = new Map(fresh.map((line, index) => [line, opened[index] ?? { code: 'summary.malformed' }]))
  return Promise.all(
    lines.map(
      async (line) => known.get(versionOf(line)) ?? rowOf(line, results.get(line) ?? { code: 'summary.malformed' }),
    ),
  )
}

/** A case as it stands: another entry or another summary makes another version of it. */
const versionOf = (line: CaseLine): string => `${line.case} ${line.head} ${line.summary}`

const rowOf = async (
  line: CaseLine,
  result: { readonly json: unknown } | { readonly code: string },
): Promise<InboxRow> => {
  const read = 'json' in result ? summaryOf(result.json) : null
  const summary = read && countedFrom(read, line.received, headquarters)
  const hash = await addressHash(fromBase64(line.case))
  return {
    address: line.case,
    version: versionOf(line),
    hash,
    reference: referenceOf(hash),
    summary,
    problem: 'code' in result ? result.code : summary === null ? 'summary.malformed' : null,
    received: line.received,
    head: line.head,
  }
}
