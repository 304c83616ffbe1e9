import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { delivery as rules } from '../../../domain/delivery.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Heading } from '../parts/heading.tsx'
import { Problem } from '../parts/problem.tsx'
import { useLoaded } from '../use-loaded.ts'
import { useWords } from '../words.ts'
import { Absences } from './absences.tsx'
import { Addresses } from './addresses.tsx'
import { Undelivered } from './undelivered.tsx'

const hours = rules.hours.map((hour) => `${hour}:00`)

/** How one hears that there is something: one's own addresses, when one is away, and what did not arrive. */
export const MailView = (): VNode => {
  const t = useWords()
  const desk = useDesk()
  const me = useCell(desk.me)
  const [said, setSaid] = useState('')
  const { value: delivery, again } = useLoaded(() => desk.call('readDelivery'))
  const changed = (words: string): void => {
    setSaid(words)
    again.run()
  }
  return (
    <main class="pages stack">
      <Heading>{t('mail.title')}</Heading>
      <p class="lead">{t('mail.lead', { hours: t.list(hours) })}</p>
      <p role="status" class={said === '' ? 'vh' : 'box kept'}>
        {said}
      </p>
      <Problem of={again.problem} />
      {delivery && (
        <>
          {delivery.from === null && <p class="box warn">{t('mail.none')}</p>}
          <Addresses addresses={delivery.addresses} from={delivery.from} onChanged={changed} />
          <Absences all={delivery.absences} onChanged={changed} />
        </>
      )}
      {me?.role === 'chief' && <Undelivered />}
    </main>
  )
}
