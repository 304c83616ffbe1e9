import type { VNode } from 'preact'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { CaseLink } from '../joint/case-link.tsx'
import { useLoaded } from '../use-loaded.ts'
import { useWords } from '../words.ts'

interface EarlierProps {
  readonly address: string
  readonly proof: string
}

/** The earlier case whose key the requester proved to hold: where it is, for those who read it; or that the proof fails. */
export const Earlier = ({ address, proof }: EarlierProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const inbox = useCell(desk.inbox.state)
  const { value, again } = useLoaded(async () => ({ key: await desk.vault.checkAuthorship(proof, address) }))
  if (value === null)
    return <span class="quiet">{t(again.problem ? 'file.earlier.unchecked' : 'file.earlier.checking')}</span>
  if (value.key === null) return <strong class="madder">{t('file.earlier.false')}</strong>
  const row = inbox?.rows.find((known) => known.address === value.key)
  if (row === undefined) return <span>{t('file.earlier.elsewhere')}</span>
  return (
    <span>
      {t('file.earlier.proven', { day: row.received })} <CaseLink row={row} />
    </span>
  )
}
