import { type Bytes, equal } from '../../../crypto/wire/index.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import type { CheckKey } from './cover.ts'
import { errorWords } from './error-words.ts'
import { keyProblems } from './key-problems.ts'
import type { CaseVault } from './vault.ts'

const INPUT = 'cover-key'

/** Whether a typed key is the one that opened this page. */
export const keyCheck =
  (t: ReporterTranslate, vault: Pick<CaseVault, 'readKey'>, key: Bytes): CheckKey =>
  async (typed) => {
    try {
      const read = await vault.readKey(typed)
      if (!read.ok) return keyProblems(t, read.problems, INPUT)
      return equal(read.key, key) ? [] : [{ words: [t('cover.other')], input: INPUT }]
    } catch (cause) {
      return [{ words: [errorWords(t, cause)] }]
    }
  }
