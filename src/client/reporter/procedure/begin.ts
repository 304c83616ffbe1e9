import { toBase64url } from '../../../../crypto/wire/index.ts'
import { dayOf } from '../../../domain/days.ts'
import type { Setting } from '../../../domain/procedure/step.ts'
import { tellRequest } from '../../../domain/procedure/tell-request.ts'
import type { ReporterTranslate } from '../../i18n/translate.ts'
import { rulesByHash } from '../../ui/rules-by-hash.ts'
import type { Office } from '../office.ts'
import type { OpenCase } from '../vault.ts'
import { courseLines, showCourse } from './course.ts'
import { entryWords, ruleWords } from './entry-words.ts'
import type { BeginProcedure } from './procedure.ts'

/** Makes the procedure of a case, speaking the language of the page. */
export const beginIn =
  (t: ReporterTranslate): BeginProcedure =>
  async (file, office) => {
    const setting = await settingOf(file, office)
    return {
      tell: (told) => tellRequest(told, setting),
      show: (opened) => showCourse(t, opened),
      entryWords: (entry) => entryWords(t, setting.rules, entry),
      ruleWords: (rule) => ruleWords(t, setting.rules, rule),
      lines: ({ report }) => courseLines(t, report),
    }
  }

const settingOf = async ({ pack }: OpenCase, { directory }: Office): Promise<Setting> => ({
  rules: await rulesByHash(toBase64url(pack)),
  people: directory.tenures.map(({ id, role, from, until }) => ({
    ...{ id: toBase64url(id), role, from: dayOf(from) },
    until: until === null ? null : dayOf(until),
  })),
})
