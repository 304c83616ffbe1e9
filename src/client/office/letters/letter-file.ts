import type { Day } from '../../../domain/days.ts'
import type { Letter } from '../../../domain/procedure/letters.ts'
import type { Desk } from '../desk/desk.ts'
import { CallError } from '../net/call.ts'

/** A sealed letter as a file that opens in any browser without a network, and the key that goes another way. */
export interface LetterFile {
  readonly file: Blob
  /** SHA-256 of the file, lower-case hex: what the case keeps of it. */
  readonly digest: string
  readonly words: readonly string[]
  readonly digits: readonly string[]
}

const EMPTY = '<template id="container"></template>'

/** The empty file of a language, as the build wrote it. */
const emptyFile = async (language: string): Promise<string> => {
  const answer = await fetch(`/letters/${language}.html`, { credentials: 'omit', cache: 'no-store' }).catch((cause) => {
    throw new CallError('line.lost', 0, { cause })
  })
  const text = await answer.text()
  if (!answer.ok || text.split(EMPTY).length !== 2) throw new CallError('line.garbled', answer.status)
  return text
}

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Seals a letter in the worker and puts its container into the empty file of a language. */
export const makeLetterFile = async (
  desk: Desk,
  { recipient, text }: Pick<Letter, 'recipient' | 'text'>,
  sent: { readonly office: string; readonly language: string; readonly day: Day },
): Promise<LetterFile> => {
  const empty = await emptyFile(sent.language)
  const { container, words, digits } = await desk.vault.sealLetter({ recipient, text, ...sent })
  const file = new Blob([empty.replace(EMPTY, `<template id="container">${container}</template>`)], {
    type: 'text/html;charset=utf-8',
  })
  const digest = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return { file, digest, words, digits }
}
