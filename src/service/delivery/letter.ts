import { toBase64url } from '../../../crypto/wire/base64url.ts'
import { hex, utf8 } from '../../../crypto/wire/bytes.ts'
import { mails } from '../../domain/languages/index.ts'
import type { Letter } from '../ports.ts'
import type { World } from '../world.ts'

const line = '\r\n'
/** RFC 2045: no line of base64 is longer. */
const lineLength = 76

/**
 * The one mail there is (RFC 5322, RFC 2045, RFC 2047). From one to the next differ only the recipient, the time at which it was to
 * leave, in minutes since 1970, and a random identifier.
 */
export function letterTo(
  world: Pick<World, 'origin' | 'domain' | 'random'>,
  from: string,
  to: string,
  slot: number,
): Letter {
  const texts = Object.entries(mails)
  const bodies = texts.map(([language, { body }]) =>
    body.join('\n\n').replace('%', `${world.origin}/${language}/office/`),
  )
  const headers = [
    `From: Goodfaith <${from}>`,
    `To: <${to}>`,
    `Date: ${new Date(slot * 60_000).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${hex(world.random(16))}@${world.domain}>`,
    `Subject: ${encodedWords(texts.map(([, { subject }]) => subject).join(' / ')).join(`${line} `)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    'Auto-Submitted: auto-generated',
  ]
  const body = base64(`${bodies.join('\n\n----\n\n')}\n`.replaceAll('\n', line))
  const lines = body.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
  return { to, message: [...headers, '', ...lines, ''].join(line) }
}

/** RFC 2047: at most 75 signs an encoded word, so 45 bytes, and no letter divided between two of them. */
const wordBytes = 45

/** A text of any script as the words that a header may hold; a reader joins them without a gap. */
function encodedWords(text: string): string[] {
  const words = ['']
  for (const letter of text) {
    const longer = words.at(-1) + letter
    if (utf8(longer).length > wordBytes) words.push(letter)
    else words[words.length - 1] = longer
  }
  return words.map((word) => `=?UTF-8?B?${base64(word)}?=`)
}

/** RFC 4648, section 4. */
const base64 = (text: string): string => {
  const unpadded = toBase64url(utf8(text)).replaceAll('-', '+').replaceAll('_', '/')
  return unpadded + '='.repeat(-unpadded.length & 3)
}
