import { toBase64url } from '../../../../crypto/wire/index.ts'
import { dayOf } from '../../../domain/days.ts'
import type { Rules } from '../../../domain/pack/rules.ts'
import { inLanguage } from '../../../domain/pack/words.ts'
import { once } from '../../../domain/procedure/once.ts'
import { expectedSchedule, settable } from '../../../domain/procedure/schedule.ts'
import type { Setting } from '../../../domain/procedure/step.ts'
import { tellRequest } from '../../../domain/procedure/tell-request.ts'
import { timing } from '../../../domain/procedure/timing.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { learnLabels } from '../../ui/pack.ts'
import { procedureByHash } from '../../ui/rules-by-hash.ts'
import type { Office } from '../office.ts'
import { type OpenedCase, toldOf } from '../opened-case.ts'
import { entryWords, factRows, ruleWords } from './entry-words.ts'
import type { Procedures } from './procedure.ts'
import { requestLines, showRequest } from './show.ts'
import type { View } from './view.ts'

/** Makes the procedures of cases, speaking the language of the page. */
export const proceduresIn = (t: ReporterTranslate): Procedures => ({
  fetchRules: (pack) => procedureByHash(pack, t.language.tag),
  begin: (rules, office) => {
    learnLabels(labelsIn(rules, t.language.tag))
    const setting = settingOf(rules, office)
    const speech = { t, setting }
    const view = once((opened: OpenedCase) => viewOf(t, setting, opened))
    return {
      tell: (told) => {
        const standing = tellRequest(told, setting)
        return standing && { ...standing, schedule: settable(expectedSchedule(setting, standing.progress), office.day) }
      },
      show: (opened, send, actFiles) => showRequest(view(opened), send, actFiles),
      keyWaits: (opened) => {
        const { progress, today } = view(opened)
        return timing(setting, progress, 'readmission-wait', today)?.last ?? null
      },
      entryWords: (entry, me) => entryWords(speech, entry, me),
      factRows: (opened, step) => factRows(view(opened), step),
      ruleWords: (rule) => ruleWords(speech, rule),
      lines: (opened) => requestLines(view(opened)),
    }
  },
})

/** The labels of what a request can hold, as `packLabel` is asked for them. */
const labelsIn = ({ pack }: Rules, language: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (['detriments', 'interim-measures'] as const).flatMap((kind) =>
      pack[kind].map(({ id, label }) => [`${kind}-${id}`, inLanguage(pack, label, language)]),
    ),
  )

const viewOf = (t: ReporterTranslate, setting: Setting, opened: OpenedCase): View => {
  const standing = tellRequest(toldOf(opened.file.entries), setting)
  if (standing === null) throw new Error('no request is open')
  return { t, setting, progress: standing.progress, opened, today: opened.office.day }
}

const settingOf = (rules: Rules, { directory }: Office): Setting => ({
  rules,
  people: directory.tenures.map(({ id, role, from, until }) => ({
    ...{ id: toBase64url(id), role, from: dayOf(from) },
    until: until === null ? null : dayOf(until),
  })),
})
