import { sealEnvelope } from '../../../crypto/envelope/seal-envelope.ts'
import { generateCaseKey, reporterSigning } from '../../../crypto/keys/case-key.ts'
import { caseKeyDigits, caseKeyWords } from '../../../crypto/keys/case-key-text.ts'
import type { Random } from '../../../crypto/random.ts'
import { fromBase64url } from '../../../crypto/wire/base64url.ts'
import type { Bytes } from '../../../crypto/wire/bytes.ts'
import type { Directory } from '../../../crypto/wire/directory.ts'
import { dayNumber } from '../../domain/days.ts'
import type { Chosen } from '../files/chosen.ts'
import { languageOf } from '../i18n/languages.ts'
import type { CaseKey, Submission } from '../reporter/vault.ts'
import { packHash } from '../ui/pack.ts'
import { carriedOf } from './carried.ts'

const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length))

/** A new case key, its words in the list of this language or in the English one. */
export const newKey = async (language: string): Promise<CaseKey> => {
  const key = generateCaseKey(random)
  return {
    key,
    words: caseKeyWords(key, languageOf(language).keyWords),
    digits: caseKeyDigits(key),
    address: reporterSigning(key).publicKey,
  }
}

/** Seals what was said and the files that go along into the bytes of a file (PROTOCOL 19), in this page: nothing else runs in it. */
export const sealFile = async (
  submission: Submission,
  directory: Directory,
  going: readonly Chosen[],
): Promise<Bytes> => {
  const { files, fields } = await carriedOf(going, random)
  return sealEnvelope(
    {
      caseKey: submission.key,
      directory,
      excluded: submission.excluded.map(({ id }) => id),
      day: dayNumber(submission.office.day),
      pack: fromBase64url(packHash()),
      body: { ...submission.body, ...fields },
      files,
      summary: submission.summary,
    },
    random,
  )
}
