import type { LetterKey } from '../i18n/keys.ts'
import type { Translate } from '../i18n/translate.ts'

const sentences = {
  'letter.malformed': 'letter.altered',
  'letter.wrong_key': 'letter.wrong-key',
  'letter.bad_signature': 'letter.forged',
} as const

const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''

/**
 * Why a letter did not open. Without WebCrypto nothing opens; every other failure comes from bytes that are not as they
 * were made.
 */
export const problemOf = (t: Translate<LetterKey>, cause: unknown): string => {
  if (globalThis.crypto?.subtle === undefined) return t('letter.too-old')
  const code = codeOf(cause)
  return t(Object.hasOwn(sentences, code) ? sentences[code as keyof typeof sentences] : 'letter.altered')
}
