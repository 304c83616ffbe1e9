import type { Random } from '../random.ts'
import { type Bytes, equal, fromUtf8, utf8 } from '../wire/bytes.ts'
import { type Codec, decode, encode, fixed, list16, struct, text, v32 } from '../wire/codec.ts'
import { must } from '../wire/errors.ts'
import { limits } from '../wire/limits.ts'
import { bodyCommitment, type Field } from '../wire/merkle.ts'
import { pad, unpad } from './padding.ts'

/** What an entry says: named texts in an order, each of which can later be disclosed alone. */
export type Body = Readonly<Record<string, string>>

const bytes = v32(limits.body)
const value: Codec<string> = {
  write: (to, written) => bytes.write(to, utf8(written)),
  read: (from) => fromUtf8(bytes.read(from)),
}

const bodyCodec = list16(struct<Field>({ salt: fixed(16), name: text(limits.label), value }), 1000)

/** The padded bytes of a body and what the header says of it (PROTOCOL 6.5, 6.6). Throws `body.too_long`. */
export async function encodeBody(body: Body, random: Random): Promise<{ padded: Bytes; commitment: Bytes }> {
  const size = Object.values(body).reduce((total, text) => total + utf8(text).length, 0)
  must(size <= limits.body, 'body.too_long')
  const fields = Object.entries(body).map(([name, text]) => ({ salt: random(16), name, value: text }))
  const padded = pad(encode(bodyCodec, fields))
  return { padded, commitment: fields.length > 0 ? await bodyCommitment(fields) : random(32) }
}

/** The fields in padded bytes. Throws `body.malformed`, or `body.bad_commitment` if the header says something else of them. */
export async function decodeBody(padded: Bytes, commitment: Bytes): Promise<readonly Field[]> {
  const fields = decode(bodyCodec, unpad(padded), 'body.malformed')
  must(new Set(fields.map(({ name }) => name)).size === fields.length, 'body.malformed')
  must(fields.length === 0 || equal(await bodyCommitment(fields), commitment), 'body.bad_commitment')
  return fields
}

/** The texts of fields by their names, in order. */
export const bodyOf = (fields: readonly Field[]): Body =>
  Object.fromEntries(fields.map((field) => [field.name, field.value]))
