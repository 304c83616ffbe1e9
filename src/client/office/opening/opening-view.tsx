import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { refresh } from '../desk/refresh.ts'
import { digestOf } from '../found/description.ts'
import { Button } from '../parts/button.tsx'
import { Check } from '../parts/check.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Fingerprint } from '../parts/fingerprint.tsx'
import { Heading } from '../parts/heading.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useWords } from '../words.ts'
import { CheckList, isMet } from './check-list.tsx'
import { Texts } from './texts.tsx'

/** Opens the office: what is still missing, what reporters will read, and then a signed act that ends the rehearsal. */
export const OpeningView = (): VNode => {
  const t = useWords()
  const desk = useDesk()
  const book = useCell(desk.book)
  const office = useCell(desk.office)
  const me = useCell(desk.me)
  const points = useCell(desk.session)?.checklist ?? []
  const [confirmed, setConfirmed] = useState(false)
  const [asking, setAsking] = useState(false)
  const [proposed, setProposed] = useState(false)
  const open = useAct(async () => {
    const day = desk.office.value?.day
    const description = desk.book.value?.description
    if (day === undefined || !description) return
    const statement = await desk.vault.state({ kind: 'open', texts: await digestOf(description) }, day)
    const { applied } = await desk.call('openOffice', { body: statement })
    setAsking(false)
    setProposed(!applied)
    desk.inbox.clear()
    await refresh(desk)
  })
  if (book === null || office === null) return <main />
  if (office.open) return <Opened />
  const not =
    me?.role !== 'chief'
      ? t('opening.chief')
      : !points.every(isMet)
        ? t('opening.missing')
        : !confirmed
          ? t('opening.confirm.first')
          : undefined
  return (
    <main class="pages stack">
      <Heading>{t('opening.title')}</Heading>
      <p class="lead">{t('opening.lead')}</p>
      <CheckList points={points} />
      <Texts book={book} />
      <section class="stack">
        <h2>{t('people.fingerprint')}</h2>
        <p>{t('people.fingerprint.lead')}</p>
        <div class="printed">
          <Fingerprint book={book} />
        </div>
        <div class="acts">
          <Button two onClick={() => print()}>
            {t('people.fingerprint.print')}
          </Button>
        </div>
      </section>
      <Check label={t('opening.confirm')} checked={confirmed} onChange={setConfirmed} />
      {proposed && (
        <p class="box warn" role="status">
          {t('people.waiting')}
        </p>
      )}
      <div class="acts">
        <Button not={not} onClick={() => setAsking(true)}>
          {t('opening.open')}
        </Button>
      </div>
      {asking && (
        <Dialog title={t('opening.ask')} onClose={() => setAsking(false)}>
          <p>{t('opening.ask.text')}</p>
          <Problem of={open.problem} />
          <div class="acts">
            <Button busy={open.busy} onClick={open.run}>
              {t('opening.sign')}
            </Button>
            <Button two onClick={() => setAsking(false)}>
              {t('opening.not')}
            </Button>
          </div>
        </Dialog>
      )}
    </main>
  )
}

const Opened = (): VNode => {
  const t = useWords()
  return (
    <main class="pages stack">
      <Heading>{t('opening.opened')}</Heading>
      <p class="lead">{t('opening.opened.lead')}</p>
    </main>
  )
}
