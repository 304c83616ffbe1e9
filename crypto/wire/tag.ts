import { type Bytes, utf8 } from './bytes.ts'
import { encode, v16 } from './codec.ts'

/** What signed, hashed and derived bytes begin with, one name per purpose (PROTOCOL 1.1), so that none can stand for another. */
export const purposes = [
  'entry',
  'statement',
  'join',
  'join-code',
  'kept',
  'key-code',
  'mark',
  'sign-in',
  'read',
  'upload',
  'read-file',
  'file',
  'authorship',
  'receipt',
  'checkpoint',
  'summary',
  'credential',
  'challenge',
  'sealing-key',
  'key-commitment',
  'service-share',
  'share-mask',
  'held',
  'seal',
  'seal-randomness',
  'previous-key',
  'entries',
  'prf',
  'officer-secret',
  'case-sign',
  'case-seal',
  'officer-sign',
  'officer-seal',
  'kit-sign',
  'unlock-passkey',
  'unlock-kit',
  'draft',
  'draft-check',
  'visit',
  'visit-mark',
  'letter',
  'letter-key',
  'letter-check',
  'envelope',
] as const

export type Purpose = (typeof purposes)[number]

const tags = new Map(purposes.map((purpose) => [purpose, encode(v16(), utf8(`goodfaith/v1/${purpose}`))]))

/** `tag(x)` of PROTOCOL 1. */
export const tag = (purpose: Purpose): Bytes => tags.get(purpose) as Bytes
