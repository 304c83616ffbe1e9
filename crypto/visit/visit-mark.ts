import type { ReporterKeys } from '../keys/case-key.ts'
import type { Random } from '../random.ts'
import { decrypt, derive, encrypt, sign } from '../sodium/index.ts'
import { type Bytes, concat } from '../wire/bytes.ts'
import { day, decode, encode, struct, u16, versioned } from '../wire/codec.ts'
import { sizes } from '../wire/limits.ts'
import { visitBytes } from '../wire/requests.ts'
import { tag } from '../wire/tag.ts'

/** What a visit leaves for the next one: its day, and a random number that the page showed. */
export interface Visit {
  /** Days since 1970-01-01. */
  readonly day: number
  /** From 0 to 65,535. */
  readonly number: number
}

const visit = versioned(1, struct<Visit>({ day, number: u16 }))

/** The mark of a visit that begins now, 47 bytes, which only the same key opens (PROTOCOL 18.1). */
export function sealVisit(today: number, caseKey: Bytes, random: Random): { visit: Visit; cell: Bytes } {
  const made = { day: today, number: new DataView(random(2).buffer).getUint16(0) }
  const nonce = random(sizes.nonce)
  const sealed = encrypt(derive(caseKey, 'visit-mark', []), nonce, tag('visit-mark'), encode(visit, made))
  return { visit: made, cell: concat(nonce, sealed) }
}

/** What the visit before this one left; null where the bytes are none of this key's. */
export function openVisit(cell: Bytes, caseKey: Bytes): Visit | null {
  const [nonce, sealed] = [cell.slice(0, sizes.nonce), cell.slice(sizes.nonce)]
  const plain = decrypt(derive(caseKey, 'visit-mark', []), nonce, tag('visit-mark'), sealed)
  return plain && decode(visit, plain, 'page.malformed')
}

/** Signs that a mark takes the place of the one before it (PROTOCOL 18.2). */
export async function signVisit(
  { signing }: Pick<ReporterKeys, 'signing'>,
  origin: string,
  challenge: Bytes,
  cell: Bytes,
): Promise<{ key: Bytes; signature: Bytes }> {
  const key = signing.publicKey
  return { key, signature: sign(await visitBytes(origin, challenge, key, cell), signing.secretKey) }
}
