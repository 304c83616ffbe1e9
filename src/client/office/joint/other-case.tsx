import type { VNode } from 'preact'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { useWords } from '../words.ts'
import { CaseLink } from './case-link.tsx'

/** Another case by its address: the way there for who reads it, and nothing of it for who does not. */
export const OtherCase = ({ address }: { address: string }): VNode => {
  const t = useWords()
  const inbox = useCell(useDesk().inbox.state)
  const row = inbox?.rows.find((known) => known.address === address)
  if (row) return <CaseLink row={row} />
  const whole = inbox !== null && inbox.opened === inbox.total
  return <span class="quiet">{t(whole ? 'joint.elsewhere' : 'inbox.opening')}</span>
}
