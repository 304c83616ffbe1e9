import { equal, initialReaders, inStanding, type Member, toBase64url, withId } from '../../../crypto/wire/index.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { all, byId, h, one } from '../ui/dom.ts'
import type { Office } from './office.ts'

/** The list of who would read a report, with a way to leave each of them out. */
export interface Readers {
  /** Who was left out. */
  readonly excluded: () => Member[]
  /** Who would read it now. */
  readonly reading: () => Member[]
}

/** Lists the people of the verified directory and says, at each change, who would read. */
export const listReaders = (t: ReporterTranslate, office: Office): Readers => {
  const people = inStanding(office.directory.members)
  const first = initialReaders(people, [])
  const list = byId('readers')
  const before = new Set(all<HTMLInputElement>('input:checked', list).map(({ value }) => value))
  for (const old of all('.choice, #readers-wait', list)) old.remove()
  list.append(...people.map((member) => row(t, member, first.includes(member))))
  for (const input of all<HTMLInputElement>('input', list)) input.checked = before.has(input.value)
  const excluded = (): Member[] => {
    const ticked = new Set(all<HTMLInputElement>('input:checked', list).map(({ value }) => value))
    return people.filter(({ id, role }) => ticked.has(toBase64url(id)) || (role === 'substitute' && isDeclined()))
  }
  const reading = (): Member[] =>
    initialReaders(
      people,
      excluded().map(({ id }) => id),
    )
  const say = (): void => byId('readers-now').replaceChildren(...sentence(t, reading(), first))
  list.onchange = say
  one('[data-choices=limit]').onchange = say
  say()
  return { excluded, reading }
}

/** Whoever wants no limit leaves out every substitute: nobody is held back then, now or later (PROTOCOL 5.7). */
const isDeclined = (): boolean => one<HTMLInputElement>('#limit-off').checked

const row = (t: ReporterTranslate, member: Member, isFirst: boolean): HTMLLabelElement => {
  const role = t(`role.${member.role}`)
  const small = t(isFirst ? 'report.exclude.first' : 'report.exclude.later', { role })
  const input = h('input', { type: 'checkbox', id: `out-${toBase64url(member.id)}`, value: toBase64url(member.id) })
  return h('label', { class: 'choice' }, input, h('span', {}, h('bdi', {}, member.label), h('small', {}, small)))
}

const sentence = (t: ReporterTranslate, reading: readonly Member[], first: readonly Member[]): (Node | string)[] => {
  if (reading.length === 0) return [t('report.exclude.nobody')]
  const names = t.list(reading.map(({ label }) => label))
  const key = reading.every((member) => first.includes(member)) ? 'report.exclude.now' : 'report.exclude.substitutes'
  return t.rich<Node>(key, { b: (words) => h('b', {}, ...words) }, { names })
}

/** Whether two lists hold the same people with the same keys. */
export const samePeople = (a: readonly Member[], b: readonly Member[]): boolean =>
  a.length === b.length && a.every((member) => equalKeys(member, withId(b, member.id)))

const equalKeys = (member: Member, other: Member | undefined): boolean =>
  other !== undefined && equal(member.sealingKey, other.sealingKey)
