import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Retry } from '../../../contract/delivery.ts'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import { Button } from '../parts/button.tsx'
import { Problem } from '../parts/problem.tsx'
import { useAct } from '../use-act.ts'
import { useLoaded } from '../use-loaded.ts'
import { useWords } from '../words.ts'

/** For the chiefs: whom the service could not reach, and a way to try again. What a mail was about nobody knows. */
export const Undelivered = (): VNode => {
  const t = useWords()
  const desk = useDesk()
  const people = useCell(desk.book)?.people ?? []
  const [said, setSaid] = useState('')
  const list = useLoaded(async () => (await desk.call('listUndelivered')).letters)
  const retry = useAct(async (letter: Retry) => {
    await desk.call('retryMail', { body: letter })
    setSaid(t('mail.retried'))
    list.again.run()
  })
  return (
    <section class="stack">
      <h2>{t('mail.undelivered')}</h2>
      <p role="status" class={said === '' ? 'vh' : undefined}>
        {said}
      </p>
      <Problem of={list.again.problem ?? retry.problem} />
      {list.value?.length === 0 && <p>{t('mail.undelivered.none')}</p>}
      <p class="quiet">{t('mail.undelivered.unseen')}</p>
      {list.value?.map(({ memberId, place, since, state }) => (
        <article key={`${memberId}${place}${since}`} class="box stack">
          <p>
            {t(`mail.undelivered.${state}`, {
              name: people.find(({ id }) => id === memberId)?.label ?? '',
              place: t(`mail.place.${place}`),
              day: since.slice(0, 10),
            })}
          </p>
          <div class="acts">
            <Button two busy={retry.busy} onClick={() => retry.run({ memberId, place })}>
              {t('mail.retry')}
            </Button>
          </div>
        </article>
      ))}
    </section>
  )
}
