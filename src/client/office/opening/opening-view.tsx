import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Check } from '../parts/check.tsx'
import { Heading } from '../parts/heading.tsx'
import { Poster } from '../parts/poster.tsx'
import { FewChiefs } from '../people/few-chiefs.tsx'
import { useWords } from '../words.ts'
import { CheckList, isMet } from './check-list.tsx'
import { OpenAsk } from './open-ask.tsx'
import { Texts } from './texts.tsx'

/** Opens the office: what is still missing, what reporters will read, and then a signed act that ends the rehearsal. */
export const OpeningView = (): VNode => {
  const t = useWords()
  const desk = useDesk()
  const book = useCell(desk.book)
  const office = useCell(desk.office)
  const chief = useCell(desk.me)?.role === 'chief'
  const points = useCell(desk.session)?.checklist ?? []
  const [confirmed, setConfirmed] = useState(false)
  const [asking, setAsking] = useState(false)
  const [proposed, setProposed] = useState(false)
  if (book === null || office === null) return <main />
  if (office.open) return <Opened />
  const met = points.length > 0 && points.every(isMet)
  const missing = met ? (confirmed ? undefined : t('opening.confirm.first')) : t('opening.missing')
  const done = (applied: boolean): void => {
    setAsking(false)
    setProposed(!applied)
  }
  return (
    <main class="pages stack">
      <Heading>{t('opening.title')}</Heading>
      <p class="lead">{t('opening.lead')}</p>
      <CheckList points={points} />
      <FewChiefs />
      <Texts book={book} />
      <Poster book={book} />
      <Check label={t('opening.confirm')} checked={confirmed} onChange={setConfirmed} />
      {proposed && (
        <p class="box warn" role="status">
          {t('people.waiting')}
        </p>
      )}
      <div class="acts">
        <Button not={chief ? missing : t('opening.chief')} onClick={() => setAsking(true)}>
          {t('opening.open')}
        </Button>
      </div>
      {asking && <OpenAsk onClose={() => setAsking(false)} onDone={done} />}
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
