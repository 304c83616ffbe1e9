import { sha256 } from '@noble/hashes/sha2.js'

/** Reads a sealed file by section 19 of crypto/PROTOCOL.md alone. It shares no line with the product. */
type Bytes = Uint8Array

const prefix = Buffer.from('\0\x15goodfaith/v1/envelope', 'latin1')

export function readEnvelopeIndependently(file: Bytes) {
  const part = Buffer.from(file.slice(0, -32))
  const digest = sha256(Buffer.concat([prefix, part]))
  if (!Buffer.from(digest).equals(file.slice(-32))) throw new Error('damaged')
  let at = 0
  const take = (size: number): Bytes => {
    if (at + size > part.length) throw new Error('too short')
    at += size
    return new Uint8Array(part.subarray(at - size, at))
  }
  const long = (): Bytes => take(Buffer.from(take(4)).readUInt32BE(0))
  const entry = () => ({ header: long(), ciphertext: long(), seals: long(), signature: take(64) })
  const version = take(1)[0] ?? 0
  if (version !== 1 && version !== 2) throw new Error('version')
  const envelope = {
    fingerprint: take(32),
    entries: [entry(), entry()] as const,
    serviceShare: take(32),
    summary: take(644),
    heldShared: long(),
    heldIdentity: long(),
    files: version === 1 ? new Uint8Array(0) : long(),
  }
  if (at !== part.length) throw new Error('trailing')
  return envelope
}
