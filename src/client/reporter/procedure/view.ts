import type { Day } from '../../../domain/days.ts'
import type { Line, Texts } from '../../../domain/pack/line.ts'
import { inLanguage } from '../../../domain/pack/words.ts'
import { replacesKey, reporterId } from '../../../domain/procedure/from-told.ts'
import type { Author, Progress, Setting } from '../../../domain/procedure/step.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import type { OpenedCase } from '../opened-case.ts'

/** What every part of a request's page is drawn from. */
export interface View {
  readonly t: ReporterTranslate
  readonly setting: Setting
  readonly progress: Progress
  readonly opened: OpenedCase
  readonly today: Day
}

/** Who the reporter's side is to the engine, with the key that is in the page. */
export const reporterOf = ({ opened: { file } }: View): Author => {
  if (file.me) return { role: file.me.standing === 'representative' ? 'representative' : 'reporter', id: file.me.id }
  const replaced = file.entries.filter((entry) => entry.rule === null && replacesKey(entry))
  return { role: 'reporter', id: reporterId(replaced.length) }
}

/** What it takes to say something of the rules in the language of the page. */
export type Speech = Pick<View, 't' | 'setting'>

/** A text of the rules in the language of the page. */
export const inWords = ({ t, setting }: Speech, texts: Texts): string =>
  inLanguage(setting.rules.pack, texts, t.language.tag)

/** The label of a line of the rules by its id; the id itself where these rules have no such line. */
export const labelIn = (speech: Speech, lines: readonly (Line & { readonly label: Texts })[], id: string): string => {
  const line = lines.find((candidate) => candidate.id === id)
  return line === undefined ? id : inWords(speech, line.label)
}
