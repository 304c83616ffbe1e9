import { type Bytes, fromUtf8, utf8 } from './bytes.ts'
import { type WireCode, WireError } from './errors.ts'
import { Malformed, Reader } from './reader.ts'
import { Writer } from './writer.ts'

/** One layout, written once, for both directions: so that what is encoded is what is decoded. */
export interface Codec<T> {
  write(to: Writer, value: T): void
  read(from: Reader): T
}

const integer = (length: 1 | 2 | 4): Codec<number> => ({
  write: (to, value) => to.number(value, length),
  read: (from) => from.number(length),
})

export const u8 = integer(1)
export const u16 = integer(2)
export const u32 = integer(4)

/** Days since 1970-01-01 of the civil date at the headquarters; 0 is none. */
export const day = u32

/** Exactly `length` bytes. */
export const fixed = (length: number): Codec<Bytes> => ({
  write(to, value) {
    if (value.length !== length) throw new RangeError('wrong length')
    to.put(value)
  },
  read: (from) => from.take(length),
})

type Take = (from: Reader, length: number) => Bytes

const taken: Take = (from, length) => from.take(length)

const variable = (prefix: Codec<number>, most: number, take = taken): Codec<Bytes> => ({
  write(to, value) {
    if (value.length > most) throw new RangeError('too long')
    prefix.write(to, value.length)
    to.put(value)
  },
  read(from) {
    const length = prefix.read(from)
    if (length > most) throw new Malformed()
    return take(from, length)
  },
})

/** A `u16` length and at most `most` bytes. */
export const v16 = (most = 0xffff): Codec<Bytes> => variable(u16, most)
/** A `u32` length and at most `most` bytes. */
export const v32 = (most: number): Codec<Bytes> => variable(u32, most)

/** The same, read as a view of the message. */
export const view32 = (most: number): Codec<Bytes> => variable(u32, most, (from, length) => from.view(length))

/** Text in Unicode normalisation form C; other forms are refused, so that one text has one encoding. */
export const text = (most: number): Codec<string> => {
  const bytes = v16(most)
  return {
    write: (to, value) => bytes.write(to, utf8(value.normalize('NFC'))),
    read(from) {
      const value = fromUtf8(bytes.read(from))
      if (value !== value.normalize('NFC')) throw new Malformed()
      return value
    },
  }
}

/** A `u16` count and that many items. */
export const list16 = <T>(item: Codec<T>, most: number): Codec<T[]> => ({
  write(to, values) {
    if (values.length > most) throw new RangeError('too many')
    u16.write(to, values.length)
    for (const value of values) item.write(to, value)
  },
  read(from) {
    const count = u16.read(from)
    if (count > most) throw new Malformed()
    return Array.from({ length: count }, () => item.read(from))
  },
})

/** One byte that stands for a name; unknown bytes are refused. */
export const named = <Name extends string>(names: Readonly<Record<Name, number>>): Codec<Name> => {
  const byValue = new Map(Object.entries<number>(names).map(([name, value]) => [value, name as Name]))
  return {
    write: (to, name) => to.number(names[name], 1),
    read(from) {
      const name = byValue.get(u8.read(from))
      if (name === undefined) throw new Malformed()
      return name
    },
  }
}

/** Fields one after another, in the order in which they are written here. */
export const struct = <T extends object>(fields: { [Key in keyof T]: Codec<T[Key]> }): Codec<T> => {
  const entries = Object.entries(fields) as [keyof T, Codec<T[keyof T]>][]
  return {
    write(to, value) {
      for (const [name, codec] of entries) codec.write(to, value[name])
    },
    read(from) {
      const value: Partial<T> = {}
      for (const [name, codec] of entries) value[name] = codec.read(from)
      return value as T
    },
  }
}

/** A leading version byte; any other version is refused (PROTOCOL 1). */
export const versioned = <T>(version: number, codec: Codec<T>): Codec<T> => ({
  write(to, value) {
    u8.write(to, version)
    codec.write(to, value)
  },
  read(from) {
    if (u8.read(from) !== version) throw new Malformed()
    return codec.read(from)
  },
})

/** The bytes of a value. */
export function encode<T>(codec: Codec<T>, value: T): Bytes {
  const writer = new Writer()
  codec.write(writer, value)
  return writer.finish()
}

/** The value of bytes, all of them. Throws `WireError(code)` for trailing, missing or unlawful bytes. */
export function decode<T>(codec: Codec<T>, bytes: Uint8Array, code: WireCode): T {
  try {
    const reader = new Reader(bytes)
    const value = codec.read(reader)
    if (!reader.done) throw new Malformed()
    return value
  } catch (error) {
    if (error instanceof Malformed || error instanceof TypeError) throw new WireError(code)
    throw error
  }
}
