import type { Bytes } from '../../../crypto/wire/index.ts'

export { hex as toHex } from '../../../crypto/wire/index.ts'

export const fromHex = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'hex'))
