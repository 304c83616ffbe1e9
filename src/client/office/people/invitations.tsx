import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { roles } from '../../../domain/roles.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { Select } from '../parts/select.tsx'
import { invitationLink } from '../route.ts'
import { useAct } from '../use-act.ts'
import { useLoaded } from '../use-loaded.ts'
import { useWords } from '../words.ts'
import { chiefsAmong } from './few-chiefs.tsx'

/** Invitations: for one person in one role, or for new keys of somebody who lost all of theirs; the link is shown once. */
export const Invitations = (): VNode => {
  const t = useWords()
  const desk = useDesk()
  const people = (useCell(desk.book)?.people ?? []).filter(({ standing }) => standing)
  const [wanted, setWanted] = useState<string>('officer')
  const [made, setMade] = useState<{ readonly link: string; readonly to: string } | null>(null)
  const alone = chiefsAmong(people) < 2
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.label ?? ''
  const list = useLoaded(async () => (await desk.call('listInvitations')).invitations)
  const invite = useAct(async () => {
    const member = people.find(({ id }) => id === wanted)
    const role = member?.role ?? roles.find((known) => known === wanted) ?? 'officer'
    const invitation = await desk.call('invite', { body: { role, ...(member && { member: member.id }) } })
    const to = member ? t('people.link.rekey', { name: member.label }) : t('people.link', { role: t(`role.${role}`) })
    setMade({ link: invitationLink(location.origin, t.language.tag, invitation), to })
    list.again.run()
  })
  const withdraw = useAct(async (id: string) => {
    await desk.call('withdrawInvitation', { path: { id } })
    setMade(null)
    list.again.run()
  })
  return (
    <section class="stack">
      <h2>{t('people.invitations')}</h2>
      <div class="fields">
        <Select
          label={t('people.invite.role')}
          value={wanted}
          of={[
            ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
            ...(alone ? [] : people).map(({ id, label }) => ({
              value: id,
              label: t('people.invite.rekey', { name: label }),
            })),
          ]}
          onChange={setWanted}
        />
        <Button busy={invite.busy} onClick={invite.run}>
          {t('people.invite')}
        </Button>
      </div>
      {alone && people.length > 1 && <p class="quiet">{t('people.invite.rekey.alone')}</p>}
      {made && (
        <div class="box kept stack" role="status">
          <p>{made.to}</p>
          <p>
            <code class="link">{made.link}</code>
          </p>
          <Copy text={made.link} />
        </div>
      )}
      <Problem of={invite.problem ?? withdraw.problem ?? list.again.problem} />
      <ul class="plainly">
        {list.value?.map(({ id, role: invited, expires, member }) => (
          <li key={id}>
            {member === null
              ? t('people.invited', { role: t(`role.${invited}`), day: expires.slice(0, 10) })
              : t('people.invited.rekey', { name: nameOf(member), day: expires.slice(0, 10) })}{' '}
            <button type="button" class="plain" onClick={() => withdraw.run(id)}>
              {t('people.withdraw')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Copy = ({ text }: { text: string }): VNode => {
  const t = useWords()
  const [copied, setCopied] = useState(false)
  const copy = useAct(async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  })
  return (
    <div class="acts">
      <Button two onClick={copy.run}>
        {copied ? t('people.copied') : t('people.copy')}
      </Button>
    </div>
  )
}
