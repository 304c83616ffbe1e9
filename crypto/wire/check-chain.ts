import { equal, zero32 } from './bytes.ts'
import { must } from './errors.ts'
import type { Step } from './step.ts'

/**
 * Whether an entry links to what came before: its case, its place in the lane, and the newest shared entry
 * (PROTOCOL 6.1). A chain that fails here is broken from here on. Throws `WireError('chain.…')`.
 */
export function checkChain({ state, header, lane }: Step): void {
  const { shared } = state.lanes
  must(equal(header.case, shared ? state.case : header.author), 'chain.wrong_case')
  must(shared !== null || header.lane === 'shared', 'chain.wrong_sequence')
  must(header.sequence === (lane ? lane.sequence + 1 : 0), 'chain.wrong_sequence')
  must(equal(header.previous, lane?.head ?? zero32), 'chain.wrong_previous')
  must(equal(header.caseHead, header.lane === 'shared' ? zero32 : (shared?.head ?? zero32)), 'chain.wrong_case_head')
}
