import { type Act, dayOfAct } from '../../../domain/acts.ts'
import { inLanguage } from '../../../domain/pack/words.ts'
import { actDetails } from '../../../domain/procedure/act-details.ts'
import { actsOf } from '../../../domain/procedure/acts.ts'
import type { Naming } from '../../../domain/procedure/fact-words.ts'
import type { Addressed } from '../../../domain/procedure/notices.ts'
import type { History, Progress, Setting } from '../../../domain/procedure/step.ts'
import { roleOn } from '../../../domain/tenure.ts'
import { formatDay, formatList } from '../../i18n/format.ts'
import { languageOf } from '../../i18n/languages.ts'
import { accountOf } from '../file/told.ts'
import type { Book, OpenedFile } from '../vault/types.ts'

/** How days, lists and people are called in a language, with the names that the directory gives. */
export const namingIn = (tag: string, book: Book | null): Naming => {
  const language = languageOf(tag)
  return {
    language: tag,
    day: (day) => formatDay(language, day),
    list: (items) => formatList(language, items),
    labelled: (label, value) => `${label}${language.colon}${value}`,
    person: (id) => book?.people.find((person) => person.id === id)?.label ?? id,
  }
}

/** What was said of each act, with the request or later, by the names that the procedure gives them. */
const toldActs = (file: OpenedFile, history: History): ReadonlyMap<string, Act> =>
  actDetails(accountOf(file)?.acts, history)

/** An act in a few words: its number in the case, its kind and its day, as far as they were told. */
export const actNames = (
  file: OpenedFile,
  { rules: { pack } }: Setting,
  { history }: Progress,
  naming: Naming,
): ((id: string) => string) => {
  const told = toldActs(file, history)
  const order = [...actsOf(history).keys()]
  return (id) => {
    const act = told.get(id)
    const kind = pack.detriments.find((line) => line.id === act?.type)
    const day = act ? dayOfAct(act) : (actsOf(history).get(id)?.learnt ?? null)
    const what = kind ? ` ${inLanguage(pack, kind.label, naming.language)}` : ''
    return `${order.indexOf(id) + 1}.${what}${day ? ` (${naming.day(day)})` : ''}`
  }
}

/** What the notices of this case have to know, in the reporter's language if the rules have it. */
export const addressedTo = (
  file: OpenedFile,
  setting: Setting,
  progress: Progress,
  book: Book | null,
  today: string,
): Addressed => {
  const { languages } = setting.rules.pack.about
  const wanted = accountOf(file)?.language ?? ''
  const naming = namingIn(languages.includes(wanted) ? wanted : (languages[0] ?? ''), book)
  const told = toldActs(file, progress.history)
  return {
    ...naming,
    act: actNames(file, setting, progress, naming),
    notified: (id) => told.get(id)?.notified ?? null,
    handlers: file.readers.flatMap((id) => roleOn(setting.people, id, today) ?? []),
  }
}
