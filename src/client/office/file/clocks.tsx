import type { VNode } from 'preact'
import { type Day, daysBetween } from '../../../domain/days.ts'
import type { Owed, Story } from '../../../domain/story.ts'
import { clockLine, clockState } from '../../ui/draw/clock.ts'
import { Draw } from '../../ui/draw/draw.tsx'
import { useWords } from '../words.ts'

/** What the office owes in this case, each on its own measured line. */
export const Clocks = ({ story, today }: { story: Story; today: Day }): VNode => {
  const t = useWords()
  return (
    <section>
      <h2>{t('file.clocks')}</h2>
      {story.owed.length === 0 && <p class="quiet">{t('file.clocks.none')}</p>}
      {story.owed.map((owed) => (
        <ClockOf key={owed.what} owed={owed} today={today} />
      ))}
      {story.withdrawal && <p>{t('file.undo', { day: story.withdrawal.undoUntil })}</p>}
    </section>
  )
}

const ClockOf = ({ owed, today }: { owed: Owed; today: Day }): VNode => {
  const t = useWords()
  const days = daysBetween(owed.from, owed.due)
  const gone = Math.max(0, daysBetween(owed.from, owed.kept ?? today))
  const clock = { days, gone, kept: owed.kept !== null && owed.kept <= owed.due }
  const state = clockState(clock)
  const what = t(`desk.owed.${owed.what}`)
  const left = days - gone
  return (
    <div class={state === 'late' ? 'clock late' : 'clock'}>
      <b>
        {owed.kept !== null && t(clock.kept ? 'file.clock.kept' : 'file.clock.kept-late', { what, day: owed.kept })}
        {owed.kept === null &&
          (left >= 0 ? t('file.clock.left', { what, days: left }) : t('file.clock.late', { what, days: -left }))}
      </b>
      <Draw of={clockLine(clock)} />
      <span>{t.day(owed.from, 'short')}</span>
      <span>{t.day(owed.due, 'short')}</span>
    </div>
  )
}
