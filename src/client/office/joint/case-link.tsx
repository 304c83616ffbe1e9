import type { VNode } from 'preact'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { type InboxRow, titleFor } from '../inbox/row.ts'
import { hashOf } from '../route.ts'
import { useWords } from '../words.ts'

/** The way to another case that one reads, by its reference and as much of its title as one may see. */
export const CaseLink = ({ row }: { row: InboxRow }): VNode => {
  const t = useWords()
  const me = useCell(useDesk().me)
  return (
    <>
      <a href={hashOf({ view: 'case', address: row.address })}>
        <bdi>{(titleFor(row, me?.id ?? '') ?? t('inbox.undeclared')) || t('inbox.untitled')}</bdi>
      </a>{' '}
      <span class="ref">{row.reference}</span>
    </>
  )
}
