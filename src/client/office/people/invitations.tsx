import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { type Role, roles } from '../../../domain/roles.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { Select } from '../parts/select.tsx'
import { invitationLink } from '../route.ts'
import { useAct } from '../use-act.ts'
import { useLoaded } from '../use-loaded.ts'
import { useWords } from '../words.ts'

/** Invitations: made for one person and one role, valid for a week; the link is shown once. */
export const Invitations = (): VNode => {
  const t = useWords()
  const desk = useDesk()
  const [role, setRole] = useState<Role>('officer')
  const [made, setMade] = useState<{ readonly link: string; readonly role: Role } | null>(null)
  const list = useLoaded(async () => (await desk.call('listInvitations')).invitations)
  const invite = useAct(async () => {
    const invitation = await desk.call('invite', { body: { role } })
    setMade({ link: invitationLink(location.origin, t.language.tag, invitation), role })
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
          value={role}
          of={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(value) => setRole(roles.find((known) => known === value) ?? 'officer')}
        />
        <Button busy={invite.busy} onClick={invite.run}>
          {t('people.invite')}
        </Button>
      </div>
      {made && (
        <div class="box kept stack" role="status">
          <p>{t('people.link', { role: t(`role.${made.role}`) })}</p>
          <p>
            <code class="link">{made.link}</code>
          </p>
          <Copy text={made.link} />
        </div>
      )}
      <Problem of={invite.problem ?? withdraw.problem ?? list.again.problem} />
      <ul class="plainly">
        {list.value?.map(({ id, role: invited, expires }) => (
          <li key={id}>
            {t('people.invited', { role: t(`role.${invited}`), day: expires.slice(0, 10) })}{' '}
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
