import type { FirstBatch } from '../../../src/contract/entries.ts'

/** All that a report makes the service keep, decoded, as one byte string. */
export function bytesOf(body: string): Buffer {
  const { entries, serviceShare, summary } = JSON.parse(body) as FirstBatch
  const parts = entries.flatMap(({ header, ciphertext, seals, signature }) => [header, ciphertext, seals, signature])
  return Buffer.concat([...parts, serviceShare, summary].map((part) => Buffer.from(part, 'base64url')))
}
