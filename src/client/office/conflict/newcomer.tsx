import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { joiningOf } from '../../../domain/procedure/newcomers.ts'
import { hasGap } from '../../../domain/procedure/notices.ts'
import { useDesk } from '../desk/desk.ts'
import { sender } from '../file/append.ts'
import { said } from '../file/builds.ts'
import type { RequestFile } from '../letters/request-file.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { Select } from '../parts/select.tsx'
import { SignOrLeave } from '../parts/sign-or-leave.tsx'
import { useAct } from '../use-act.ts'
import type { Person } from '../vault/types.ts'
import { useWords } from '../words.ts'
import { noticeTo } from './notice-to.ts'

interface NewcomerProps {
  readonly of: RequestFile
  readonly people: readonly Person[]
  readonly onClose: () => void
}

/** Lets one more person read a request: the requester is told first, and the dialog says until when they may exclude. */
export const Newcomer = ({ of, people, onClose }: NewcomerProps): VNode => {
  const t = useWords()
  const [person, setPerson] = useState(people[0])
  if (person === undefined)
    return (
      <Dialog title={t('file.ask.grant')} onClose={onClose}>
        {t('newcomer.sent-up')}
      </Dialog>
    )
  return (
    <Dialog title={t('file.ask.grant')} onClose={onClose}>
      <div class="stack">
        <p>{t('newcomer.text')}</p>
        <Select
          label={t('file.ask.whom')}
          value={person.id}
          of={people.map(({ id, label, role }) => ({
            value: id,
            label: t('bar.me', { name: label, role: t(`role.${role}`) }),
          }))}
          onChange={(id) => setPerson(people.find((one) => one.id === id))}
        />
        <OneNewcomer key={person.id} of={of} person={person} onClose={onClose} />
        <p class="quiet">{t('newcomer.sent-up')}</p>
      </div>
    </Dialog>
  )
}

/** What can be done for one person today: tell the requester of them, wait, or let them in. */
const OneNewcomer = ({ of, person, onClose }: Omit<NewcomerProps, 'people'> & { person: Person }): VNode => {
  const t = useWords()
  const desk = useDesk()
  const { file, setting, progress, me, today } = of
  const { id, label: name } = person
  const joining = joiningOf(setting, progress, me, today, id)
  const telling = { type: 'procedure', transition: 'tell-of-newcomer', facts: { person: id } } as const
  const notice = noticeTo(of, telling)
  const [text, setText] = useState(joining.state === 'untold' ? notice.text : '')
  const [gap, setGap] = useState(false)
  const act = useAct(async () => {
    const words = text.trim() && { text: text.trim(), language: notice.language }
    const build =
      joining.state === 'free'
        ? said(desk, 'grant', { ...telling, transition: joining.by, ...words }, [id])
        : said(desk, 'tell', { ...telling, ...words })
    await sender(desk, file.address, build)()
    onClose()
  })
  const submit = (event: Event): void => {
    event.preventDefault()
    const open = joining.state === 'untold' && (text.trim() === '' || hasGap(text))
    setGap(open)
    if (!open) act.run()
  }
  const until = 'until' in joining ? { day: joining.until } : {}
  const may = joining.state === 'free' || joining.state === 'untold'
  return (
    <form class="stack" onSubmit={submit}>
      <p>{t(`newcomer.${joining.state}`, { name, ...until })}</p>
      {may && (
        <Field
          label={t('newcomer.words')}
          rows={joining.state === 'free' ? 3 : 6}
          value={text}
          lang={notice.language}
          onInput={setText}
          error={gap ? t('newcomer.gap') : undefined}
        />
      )}
      <SignOrLeave act={act} onLeave={onClose}>
        {may && t(joining.state === 'free' ? 'file.ask.grant.sign' : 'newcomer.tell')}
      </SignOrLeave>
    </form>
  )
}
