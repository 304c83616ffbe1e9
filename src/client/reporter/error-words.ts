import type { ReporterTranslate } from '../i18n/translate.ts'
import { sendingWords } from './sending-words.ts'

/** The groups of codes that somebody can meet at their own case. Those of the officers' side are not in their page. */
const KEYS: Readonly<Record<string, (name: string) => string>> = {
  base64: (name) => `error.base64.${name}`,
  body: (name) => `error.body.${name}`,
  case: (name) => `error.case.${name}`,
  chain: (name) => `error.chain.${name}`,
  challenge: (name) => `error.challenge.${name}`,
  entry: (name) => `error.entry.${name}`,
  file: (name) => `error.file.${name}`,
  page: (name) => `error.page.${name}`,
  rule: (name) => `error.rule.${name}`,
  rules: (name) => `error.rules.${name}`,
  seal: (name) => `error.seal.${name}`,
  seals: (name) => `error.seals.${name}`,
  share: (name) => `error.share.${name}`,
  step: (name) => `error.step.${name}`,
  summary: (name) => `error.summary.${name}`,
  upload: (name) => `error.upload.${name}`,
}

/** The sentence for whatever went wrong, by the stable code it carries. */
export const errorWords = (t: ReporterTranslate, cause: unknown): string => {
  const [group = '', name = ''] = String((cause as { code?: unknown } | null | undefined)?.code).split('.')
  const key = Object.hasOwn(KEYS, group) ? KEYS[group]?.(name) : undefined
  return key !== undefined && t.has(key) ? t(key) : sendingWords(t, cause)
}
