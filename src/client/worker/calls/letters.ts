import { type ListName, type SealedLetter, sealLetter as seal } from '../../../../crypto/index.ts'
import { utf8 } from '../../../../crypto/wire/index.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'

interface ToSeal {
  readonly office: string
  readonly recipient: string
  readonly text: string
  /** Days since 1970-01-01. */
  readonly day: number
  readonly list: ListName
}

/** Signs a letter in the name that the loaded directory has for the kept officer, and seals it under a fresh key (PROTOCOL 17). */
export function sealLetter(desk: Desk, { list, text, ...said }: ToSeal): Promise<SealedLetter> {
  const { fingerprint, head: directory } = desk.directory
  const sender = desk.self()?.label
  if (sender === undefined) throw new Refusal('worker.locked')
  const letter = { ...said, fingerprint, directory, sender, text: utf8(text) }
  return seal(letter, desk.officer.keys, list, desk.random)
}
