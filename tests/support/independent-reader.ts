import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js'

/**
 * A reader of cases written from the text of crypto/PROTOCOL.md alone, on other people's primitives. It shares no line
 * with the product, so that the two agree only if both do what the text says. Numbers in comments are the text's.
 */
type Bytes = Uint8Array

const join = (...parts: Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts))
const ascii = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'utf8'))
const number = (value: number, size: 1 | 2 | 4): Bytes => {
  const bytes = Buffer.alloc(size)
  bytes.writeUIntBE(value, 0, size)
  return new Uint8Array(bytes)
}
const v16 = (bytes: Bytes) => join(number(bytes.length, 2), bytes)
const v32 = (bytes: Bytes) => join(number(bytes.length, 4), bytes)
const tag = (name: string) => v16(ascii(`goodfaith/v1/${name}`))
const derive = (secret: Bytes, label: string, parts: Bytes[] = [], length = 32): Bytes =>
  blake2b(join(tag(label), ...parts.map(v32)), { key: secret, dkLen: length })
const same = (a: Bytes, b: Bytes) => Buffer.from(a).equals(Buffer.from(b))

/** Takes bytes off the front. */
class Cursor {
  private at = 0
  readonly bytes: Bytes
  constructor(bytes: Bytes) {
    this.bytes = bytes
  }
  take(size: number): Bytes {
    if (this.at + size > this.bytes.length) throw new Error('too short')
    this.at += size
    return this.bytes.slice(this.at - size, this.at)
  }
  number(size: number): number {
    return Buffer.from(this.take(size)).readUIntBE(0, size)
  }
  get rest(): number {
    return this.bytes.length - this.at
  }
}

/** 6.1 */
function headerOf(bytes: Bytes) {
  const cursor = new Cursor(bytes)
  if (cursor.number(1) !== 1) throw new Error('another version')
  const header = {
    case: cursor.take(32),
    lane: cursor.number(1),
    sequence: cursor.number(4),
    epoch: cursor.number(4),
    kind: cursor.number(1),
    author: cursor.take(32),
    previous: cursor.take(32),
    day: cursor.number(4),
    directory: cursor.take(32),
    pack: cursor.take(32),
    keyCommitment: cursor.take(32),
    bodyCommitment: cursor.take(32),
    caseHead: cursor.take(32),
    remind: cursor.number(4),
    release: cursor.number(4),
    shareHash: cursor.take(32),
    heldHash: cursor.take(32),
    members: Array.from({ length: cursor.number(2) }, () => cursor.take(16)),
    namedSealingKey: cursor.take(cursor.number(2)),
    namedKey: cursor.take(cursor.number(2)),
    files: Array.from({ length: cursor.number(2) }, () => ({ hash: cursor.take(32), chunks: cursor.number(4) })),
  }
  if (cursor.rest > 0) throw new Error('something behind the header')
  return header
}

/** 5.5 */
function sealsOf(bytes: Bytes) {
  const cursor = new Cursor(bytes)
  const mode = cursor.number(1)
  const wrapped = cursor.take(cursor.number(2))
  const seals = Array.from({ length: cursor.number(2) }, () => ({
    reader: cursor.take(32),
    ciphertext: cursor.take(1120),
    sealed: cursor.take(48),
  }))
  return { mode, wrapped, seals }
}

/** 6.5 */
function fieldsOf(padded: Bytes, commitment: Bytes): Record<string, string> {
  const length = Buffer.from(padded).readUInt32BE(0)
  if (padded.subarray(4 + length).some((byte) => byte !== 0)) throw new Error('the padding is not zeros')
  const cursor = new Cursor(padded.slice(4, 4 + length))
  const fields = Array.from({ length: cursor.number(2) }, () => ({
    salt: cursor.take(16),
    name: cursor.take(cursor.number(2)),
    value: cursor.take(cursor.number(4)),
  }))
  let level: Bytes[] = fields.map(({ salt, name, value }) => sha256(join(number(0, 1), salt, v16(name), sha256(value))))
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, pair) => {
      const [left, right] = [level[2 * pair] as Bytes, level[2 * pair + 1]]
      return right ? sha256(join(number(1, 1), left, right)) : left
    })
  }
  if (!same(level[0] as Bytes, commitment)) throw new Error('the body is not the one that the header commits to')
  const text = (bytes: Bytes) => Buffer.from(bytes).toString('utf8')
  return Object.fromEntries(fields.map(({ name, value }) => [text(name), text(value)]))
}

/** A person's pairs from the one secret that they keep (2). */
export function pairsOf(secret: Bytes, who: 'case' | 'officer') {
  const { secretKey, publicKey } = xwing.keygen(derive(secret, `${who}-seal`))
  return {
    address: ed25519.getPublicKey(derive(secret, `${who}-sign`)),
    secretKey,
    /** 2.3 */
    id: sha256(join(tag('sealing-key'), publicKey)),
  }
}

export interface AcceptedBytes {
  readonly header: Bytes
  readonly ciphertext: Bytes
  readonly seals: Bytes
  readonly signature: Bytes
  readonly receipt: { readonly day: number; readonly signature: Bytes }
}

/**
 * Opens an entry that begins a lane, as somebody to whom its key is sealed. Throws if a signature, the receipt, a
 * commitment or the padding is not as the text says.
 */
export function openFirstEntry(entry: AcceptedBytes, me: ReturnType<typeof pairsOf>, serviceKey: Bytes) {
  const header = headerOf(entry.header)
  // 6.3
  const core = join(tag('entry'), v32(entry.header), sha256(entry.ciphertext), sha256(entry.seals))
  if (!ed25519.verify(entry.signature, core, header.author)) throw new Error('the author did not sign')
  // 9.1
  const place = join(header.case, number(header.lane, 1), number(header.sequence, 4), sha256(core))
  const received = join(tag('receipt'), place, number(entry.receipt.day, 4))
  if (!ed25519.verify(entry.receipt.signature, received, serviceKey)) throw new Error('the service did not sign')
  // 5.4
  const mine = sealsOf(entry.seals).seals.find(({ reader }) => same(reader, me.id))
  if (!mine) throw new Error('nothing is sealed to this reader')
  const where = [header.case, number(header.lane, 1), number(header.epoch, 4)]
  const shared = xwing.decapsulate(mine.ciphertext, me.secretKey)
  const wrapping = derive(shared, 'seal', [mine.ciphertext, ...where, me.id])
  const key = xchacha20poly1305(wrapping, new Uint8Array(24), tag('seal')).decrypt(mine.sealed)
  // 5.3
  if (!same(sha256(join(tag('key-commitment'), ...where, key)), header.keyCommitment)) throw new Error('another key')
  // 6.4
  const nonce = entry.ciphertext.slice(0, 24)
  const padded = xchacha20poly1305(derive(key, 'entries'), nonce, entry.header).decrypt(entry.ciphertext.slice(24))
  return { header, fields: fieldsOf(padded, header.bodyCommitment) }
}

/** 18.1: the day and the number in the mark of a visit. */
export function openVisitMark(cell: Bytes, key: Bytes): { day: number; number: number } {
  const cursor = new Cursor(cell)
  const plain = xchacha20poly1305(derive(key, 'visit-mark'), cursor.take(24), tag('visit-mark')).decrypt(
    cursor.take(23),
  )
  const inside = new Cursor(plain)
  if (inside.number(1) !== 1) throw new Error('another version')
  return { day: inside.number(4), number: inside.number(2) }
}

/** 16: the text of a saved draft. Throws if the key is another, or the file is not as it was saved. */
export function openDraftFile(file: Bytes, key: Bytes): string {
  const cursor = new Cursor(file)
  const nonce = cursor.take(24)
  if (!same(cursor.take(32), derive(key, 'draft-check', [nonce]))) throw new Error('another key')
  const padded = xchacha20poly1305(derive(key, 'draft'), nonce, tag('draft')).decrypt(cursor.take(cursor.rest))
  const length = Buffer.from(padded).readUInt32BE(0)
  if (padded.subarray(4 + length).some((byte) => byte !== 0)) throw new Error('the padding is not zeros')
  if (padded[4] !== 1) throw new Error('another version')
  return Buffer.from(padded.subarray(5, 4 + length)).toString('utf8')
}
