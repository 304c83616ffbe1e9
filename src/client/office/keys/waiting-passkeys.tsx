import type { VNode } from 'preact'
import type { Credentials } from '../../../contract/office.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'

interface WaitingProps {
  readonly own: Credentials
  readonly onChanged: (words: string) => Promise<void>
}

/** New passkeys of colleagues. Whoever approves one has asked the colleague, over another channel, whether it is theirs. */
export const WaitingPasskeys = ({ own, onChanged }: WaitingProps): VNode => {
  const t = useWords()
  const desk = useDesk()
  const people = useCell(desk.book)?.people ?? []
  const approve = useAct(async (id: string, member: string) => {
    await desk.call('approveCredential', { path: { id }, body: { signature: await desk.vault.approve(member, id) } })
    await onChanged(t('keys.approved'))
  })
  const refuse = useAct(async (id: string) => {
    await desk.call('deleteCredential', { path: { id } })
    await onChanged(t('keys.refused'))
  })
  return (
    <section class="stack">
      <h2>{t('keys.waiting')}</h2>
      <p>{t('keys.waiting.lead')}</p>
      <Problem of={approve.problem ?? refuse.problem} />
      {own.waiting.map(({ id, memberId, label, created }) => (
        <article key={id} class="box stack">
          <p>
            {t('keys.waiting.of', {
              name: people.find((person) => person.id === memberId)?.label ?? '',
              label,
              day: created,
            })}
          </p>
          <div class="acts">
            <Button busy={approve.busy} onClick={() => approve.run(id, memberId)}>
              {t('keys.approve')}
            </Button>
            <Button two busy={refuse.busy} onClick={() => refuse.run(id)}>
              {t('people.refuse')}
            </Button>
          </div>
        </article>
      ))}
    </section>
  )
}
