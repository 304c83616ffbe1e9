import type { CaseEntries, CaseLine, CaseLines } from '../../../contract/cases.ts'
import type { AcceptedEntry } from '../../../contract/entries.ts'
import type { Caller } from './call.ts'

/** Few enough that the first page comes at once, and more than are opened while the next one is on its way. */
const CASES_IN_A_PAGE = '100'

/** Every case that I read, page by page; each page is handed over as soon as it is there. */
export const listCases = async (call: Caller, onPage: (lines: readonly CaseLine[]) => void): Promise<void> => {
  let after: string | null = ''
  while (after !== null) {
    const page: CaseLines = await call('listCases', { query: { after, limit: CASES_IN_A_PAGE } })
    onPage(page.cases)
    after = page.next
  }
}

/** All entries of a case, in the order of their acceptance. */
export const readEntries = async (call: Caller, address: string): Promise<readonly AcceptedEntry[]> => {
  const all: AcceptedEntry[] = []
  let after: number | null = 0
  while (after !== null) {
    const query = { after: String(after) }
    const page: CaseEntries = await call('readCaseAsOfficer', { path: { case: address }, query })
    all.push(...page.entries)
    after = page.next
  }
  return all
}
