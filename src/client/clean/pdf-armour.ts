import type { Bytes } from '../../../crypto/wire/index.ts'
import { latin } from './texts.ts'

/** Five signs, each of 85, stand for four bytes; `z` stands for four zeros. Signs that are missing at the end count as the last. */
const from85 = (text: string): Bytes | null => {
  if (!/^[z!-u]*$/.test(text)) return null
  const signs = text.replaceAll('z', '!!!!!')
  const missing = (5 - (signs.length % 5)) % 5
  const whole = signs.padEnd(signs.length + missing, 'u')
  const bytes = new DataView(new ArrayBuffer((whole.length / 5) * 4))
  for (let at = 0; at < whole.length; at += 5) {
    let number = 0
    for (let sign = at; sign < at + 5; sign += 1) number = number * 85 + whole.charCodeAt(sign) - 0x21
    bytes.setUint32((at / 5) * 4, number)
  }
  return new Uint8Array(bytes.buffer, 0, bytes.byteLength - missing)
}

/** Two digits stand for a byte; one that is missing at the end counts as zero. */
const fromHex = (text: string): Bytes | null =>
  /^[\da-f]*$/i.test(text)
    ? Uint8Array.from({ length: Math.ceil(text.length / 2) }, (_, at) =>
        Number.parseInt(text.slice(2 * at, 2 * at + 2).padEnd(2, '0'), 16),
      )
    : null

const ARMOURS: Readonly<Record<string, readonly [end: string, read: (text: string) => Bytes | null]>> = {
  ASCII85Decode: ['~>', from85],
  A85: ['~>', from85],
  ASCIIHexDecode: ['>', fromHex],
  AHx: ['>', fromHex],
}

/** Whether what went through a filter is signs that stand for bytes. */
export const isArmour = (filter: string | undefined): boolean => filter !== undefined && Object.hasOwn(ARMOURS, filter)

/** The bytes that signs stand for; null where they are no such signs, or something stands behind their end. */
export const unarmoured = (filter: string, bytes: Bytes): Bytes | null => {
  const [ending, read] = ARMOURS[filter] ?? ['', () => null]
  const signs = latin(bytes).replaceAll(/[\0\s]+/g, '')
  const end = signs.endsWith(ending) ? signs.length - ending.length : signs.length
  return read(signs.slice(0, end))
}
