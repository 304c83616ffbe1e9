import type { Day } from '../days.ts'
import { once } from './once.ts'
import type { History } from './step.ts'

/** One thing that management promised; done only when the person it protects says so. */
export interface Item {
  readonly id: string
  readonly due: Day
  readonly reported: 'done' | 'not-done' | null
  readonly answered: 'confirmed' | 'disputed' | null
}

export const reports = ['done', 'not-done'] as const
export const answers = ['confirmed', 'disputed'] as const

/** The promised items, by id. A new report asks for a new answer. */
export const itemsOf = once((history: History): ReadonlyMap<string, Item> => {
  const items = new Map<string, Item>()
  for (const { transition, about } of history) {
    for (const [id, value] of Object.entries(about)) {
      const item = items.get(id)
      if (transition.about?.kind === 'add-items') items.set(id, { id, due: value, reported: null, answered: null })
      else if (transition.about?.kind === 'report-items' && item) {
        items.set(id, { ...item, reported: value as Item['reported'], answered: null })
      } else if (transition.about?.kind === 'answer-items' && item) {
        items.set(id, { ...item, answered: value as Item['answered'] })
      }
    }
  }
  return items
})

/** Whether the item is past its day and neither done nor left to stand as done. */
export function isOverdue(item: Item, today: Day): boolean {
  return item.due < today && (item.reported !== 'done' || item.answered === 'disputed')
}

/** Whether nothing is left to do: confirmed, or reported done and unanswered although the time to answer is over. */
export function isSettled(item: Item, answerTimeOver: boolean): boolean {
  return item.answered === 'confirmed' || (item.reported === 'done' && item.answered === null && answerTimeOver)
}
