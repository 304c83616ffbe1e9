import { toBase64url } from '../../../../crypto/wire/index.ts'
import { dayOf } from '../../../domain/days.ts'
import type { Rules } from '../../../domain/pack/rules.ts'
import type { Setting } from '../../../domain/procedure/step.ts'
import { tellRequest } from '../../../domain/procedure/tell-request.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { procedureByHash } from '../../ui/rules-by-hash.ts'
import type { Office } from '../office.ts'
import { courseLines, showCourse } from './course.ts'
import { entryWords, ruleWords } from './entry-words.ts'
import type { ProcedureScript } from './procedure.ts'

/** Makes the procedures of cases, speaking the language of the page. */
export const procedureScript = (t: ReporterTranslate): ProcedureScript => {
  const rules = (pack: string): Promise<Rules> => procedureByHash(pack, t.language.tag)
  const begin: ProcedureScript['begin'] = async (file, office) => {
    const setting = settingOf(await rules(toBase64url(file.pack)), office)
    return {
      tell: (told) => tellRequest(told, setting),
      show: (opened) => showCourse(t, opened),
      entryWords: (entry) => entryWords(t, setting.rules, entry),
      ruleWords: (rule) => ruleWords(t, setting.rules, rule),
      lines: ({ report }) => courseLines(t, report),
    }
  }
  return { fetchRules: rules, begin }
}

const settingOf = (rules: Rules, { directory }: Office): Setting => ({
  rules,
  people: directory.tenures.map(({ id, role, from, until }) => ({
    ...{ id: toBase64url(id), role, from: dayOf(from) },
    until: until === null ? null : dayOf(until),
  })),
})
