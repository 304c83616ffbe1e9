export type Bytes = Uint8Array<ArrayBuffer>

/** Bytes as base64url without padding, the form they have in JSON. */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** What newer engines bring (ECMAScript 2026). */
interface Native {
  readonly fromBase64?: (text: string, options: { alphabet: 'base64url' }) => Bytes
}
const native: Native = Uint8Array as Native

/** The bytes of a base64url text. @throws DOMException or SyntaxError if it is none */
export const fromBase64 = (text: string): Bytes =>
  native.fromBase64?.(text, { alphabet: 'base64url' }) ??
  fromSigns(atob(text.replaceAll('-', '+').replaceAll('_', '/')))

const fromSigns = (signs: string): Bytes => {
  const bytes = new Uint8Array(signs.length)
  // An inbox has megabytes of it: going through the signs by their places is ten times as quick as one by one.
  for (let place = 0; place < signs.length; place += 1) bytes[place] = signs.charCodeAt(place)
  return bytes
}
