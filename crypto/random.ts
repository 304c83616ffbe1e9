import type { Bytes } from './wire/bytes.ts'

/** A source of random bytes. A parameter everywhere, so that a test can repeat what happened; in the browser `crypto.getRandomValues`. */
export type Random = (length: number) => Bytes
