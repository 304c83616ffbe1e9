import { type Act, courseOf, isEmptyAct, parseActs } from '../../domain/acts.ts'
import { actId } from '../../domain/procedure/from-told.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { actTitle } from '../ui/act-words.ts'
import { all, byId, h, one } from '../ui/dom.ts'
import { appealLimits, limitWords } from './appeal-limits.ts'
import { courseNodes } from './show-course.ts'

/** The list of acts in the form. */
export interface ActsForm {
  /** The acts as they stand, in their order; one of which nothing was said is an empty one. */
  readonly read: () => readonly Act[]
  /** Those of which something was said, for which a file can be chosen. */
  readonly told: () => readonly ToldAct[]
  /** Draws the days between anew. */
  readonly draw: () => void
}

/** An act as something can be tied to it. */
export interface ToldAct {
  /** Stays the same while others are added and taken away. */
  readonly key: string
  /** As the procedure will call it. */
  readonly id: string
  readonly title: string
}

type Part = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Makes the list of acts work: an act is added or taken away by a button, and what was taken away can be put back with
 * all that was typed in it.
 * @param spokeOn the day of the protected activity, as it was answered
 */
export const wireActs = (t: ReporterTranslate, spokeOn: () => string | undefined): ActsForm => {
  const list = byId('acts')
  const status = byId('acts-status')
  let added = 0
  const limits = appealLimits()
  const entries = (): HTMLElement[] => all('#acts > li')
  const read = (): readonly Act[] => entries().map(actIn)
  const told = (): readonly ToldAct[] =>
    entries()
      .map((entry, index) => ({ key: entry.dataset.key ?? '', act: actIn(entry), number: index + 1 }))
      .filter(({ act }) => !isEmptyAct(act))
      .map(({ key, act, number }, place) => ({ key, id: actId(place), title: actTitle(t, act, number) }))
  const draw = (): void => {
    const acts = read()
    for (const [index, entry] of entries().entries())
      label(t, entry, index + 1, limitWords(t, acts[index] ?? {}, limits))
    const course = courseOf(spokeOn(), acts)
    byId('acts-course').replaceChildren(
      ...(course === null
        ? [h('p', { class: 'quiet' }, t('report.acts.course.none'))]
        : courseNodes(t, course, limits)),
    )
  }
  const put = (entry: HTMLElement, index: number): void => {
    list.insertBefore(entry, entries()[index] ?? null)
    status.replaceChildren()
    draw()
  }
  const remove = (entry: HTMLElement): void => {
    const index = entries().indexOf(entry)
    entry.remove()
    draw()
    const back = (): void => {
      put(entry, index)
      focusOn(entry)
    }
    const button = h('button', { type: 'button', class: 'link', click: back }, t('report.acts.restore'))
    status.replaceChildren(t('report.acts.removed', { number: index + 1 }), ' ', button)
    button.focus()
  }
  const add = (): HTMLElement => {
    const entry = one('li', one<HTMLTemplateElement>('#act-entry').content).cloneNode(true) as HTMLElement
    added += 1
    entry.dataset.key = String(added)
    one('[data-act=remove]', entry).addEventListener('click', () => remove(entry))
    put(entry, entries().length)
    return entry
  }
  byId('act-add').addEventListener('click', () => focusOn(add()))
  list.addEventListener('input', draw)
  add()
  return { read, told, draw }
}

const focusOn = (entry: HTMLElement): void => one('select', entry).focus()

const label = (t: ReporterTranslate, entry: HTMLElement, number: number, limit: string): void => {
  one('legend', entry).textContent = t('act.number', { number })
  one('[data-act=remove]', entry).textContent = t('report.acts.remove', { number })
  one('[data-limit]', entry).textContent = limit
}

/** The act in an entry of the list; what does not hold, such as half a day, is not in it. */
const actIn = (entry: HTMLElement): Act => {
  const parts = all<Part>('[data-part]', entry).map((part) => [part.dataset.part, part.value.normalize('NFC')])
  return parseActs(JSON.stringify([Object.fromEntries(parts)]))?.[0] ?? {}
}
