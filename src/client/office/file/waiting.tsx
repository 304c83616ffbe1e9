import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useCell } from '../cell.ts'
import { useDesk } from '../desk/desk.ts'
import type { Waiting } from '../desk/outbox.ts'
import { Button } from '../parts/button.tsx'
import { sentenceOf } from '../parts/problem.tsx'
import { useWords } from '../words.ts'

/**
 * What of this case still waits to be sealed and sent, with the seconds that are left to take it back. How that ended is
 * for the ear, since the eye sees the line go; the focus of whoever pressed a button in it stays here.
 */
export const WaitingLine = ({ address }: { address: string }): VNode => {
  const t = useWords()
  const { outbox } = useDesk()
  const waiting = useCell(outbox.waiting).filter((job) => job.address === address)
  const gone = useCell(outbox.gone)
  const before = useRef(gone)
  const place = useRef<HTMLDivElement>(null)
  const ended = gone !== before.current && gone?.address === address ? gone.how : null
  // Asked before the change: what goes takes the focus along, and whoever reads elsewhere is not called here.
  const stood = place.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (stood && document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  })
  return (
    <div class="stack noprint" role="status" tabIndex={-1} ref={place}>
      {ended && waiting.length === 0 && <p class="vh">{t(`file.wait.${ended}`)}</p>}
      {waiting.map((job) => (
        <Line key={job.id} job={job} />
      ))}
    </div>
  )
}

const Line = ({ job }: { job: Waiting }): VNode => {
  const t = useWords()
  const { outbox } = useDesk()
  const stuck = job.state === 'lost' || job.state === 'failed'
  const going = job.state === 'next' || job.state === 'sending'
  return (
    <div class={stuck ? 'box error stack' : 'box warn stack'}>
      <p>
        {t(`file.wait.${job.audience}`)} {/* The countdown is for the eye: a screen reader would say every second. */}
        {job.state === 'waiting' && <span aria-hidden="true">{t('file.wait.seconds', { seconds: job.seconds })}</span>}
        {going && t('file.wait.sending')}
        {stuck && sentenceOf(t, job.problem)}
      </p>
      {!going && (
        <div class="acts">
          {job.state !== 'lost' && <Button onClick={() => outbox.takeBack(job.id)}>{t('file.wait.back')}</Button>}
          <Button two onClick={() => outbox.sendNow(job.id)}>
            {t(stuck ? 'file.wait.again' : 'file.wait.now')}
          </Button>
        </div>
      )}
    </div>
  )
}
