import type { VNode } from 'preact'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { refresh } from '../desk/refresh.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useLoaded } from '../use-loaded.ts'
import type { Book } from '../vault/types.ts'
import type { Proposed } from '../vault/vault.ts'
import { useWords } from '../words.ts'

interface Proposal {
  readonly hash: string
  readonly statement: string
  readonly says: Proposed
  readonly signers: readonly string[]
}

/** Statements that wait for a second chief. Each says what it would do before anybody signs it. */
export const Proposals = ({ onChanged }: { onChanged: (applied: boolean) => void }): VNode | null => {
  const t = useWords()
  const desk = useDesk()
  const book = useCell(desk.book)
  const me = useCell(desk.me)
  const list = useLoaded(async (): Promise<readonly Proposal[]> => {
    const { proposals } = await desk.call('listProposals')
    return Promise.all(
      proposals.map(async ({ hash, statement, signatures }) => {
        const says = await desk.vault.readStatement(statement)
        return { hash, statement, says, signers: signatures.map(({ signer }) => signer) }
      }),
    )
  })
  const sign = useAct(async ({ hash, statement }: Proposal) => {
    const answer = await desk.call('signProposal', { path: { hash }, body: await desk.vault.countersign(statement) })
    await refresh(desk)
    onChanged(answer.applied)
  })
  const drop = useAct(async (hash: string) => {
    await desk.call('dropProposal', { path: { hash } })
    list.again.run()
  })
  const myKey = book?.people.find(({ id }) => id === me?.id)?.signingKey
  if (list.value === null || list.value.length === 0) return null
  return (
    <section class="stack">
      <h2>{t('people.proposals')}</h2>
      <Problem of={sign.problem ?? drop.problem} />
      {list.value.map((proposal) => (
        <article key={proposal.hash} class="box stack">
          <p>{sentence(t, proposal.says, book)}</p>
          <p class="quiet">
            {t('people.signed.by', { names: t.list(proposal.signers.map((key) => nameOf(key, book))) })}
          </p>
          <div class="acts">
            <Button
              busy={sign.busy}
              not={myKey !== undefined && proposal.signers.includes(myKey) ? t('people.signed.already') : undefined}
              onClick={() => sign.run(proposal)}
            >
              {t('people.cosign')}
            </Button>
            <Button two busy={drop.busy} onClick={() => drop.run(proposal.hash)}>
              {t('people.drop')}
            </Button>
          </div>
        </article>
      ))}
    </section>
  )
}

const nameOf = (key: string, book: Book | null): string =>
  book?.people.find(({ signingKey }) => signingKey === key)?.label ?? key.slice(0, 8)

const sentence = (t: OfficeTranslate, says: Proposed, book: Book | null): string => {
  switch (says.kind) {
    case 'admit':
    case 'rekey':
      return t(`people.proposal.${says.kind}`, { name: says.person.label, role: t(`role.${says.person.role}`) })
    case 'change':
      return t('people.proposal.change', { name: says.label, role: t(`role.${says.role}`) })
    case 'retire':
      return t('people.proposal.retire', { name: book?.people.find(({ id }) => id === says.member)?.label ?? '' })
    default:
      return t(`people.proposal.${says.kind}`)
  }
}
