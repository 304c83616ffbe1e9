import { type Bytes, concat } from '../../../crypto/wire/index.ts'

/** The first day that a ZIP can name, 1 January 1980: every file in it has the same, which tells nothing. */
const DAY = 0x21

/** Names are UTF-8; the sum and the sizes follow the data. */
export const [UTF8_NAME, SIZES_FOLLOW] = [0x0800, 0x0008]

/** What a ZIP says of a file: before its data, and again in the directory at its end. */
export interface Head {
  readonly name: Bytes
  readonly flags: number
  /** 0: as it is, 8: deflated. */
  readonly method: number
  readonly crc: number
  /** In the ZIP, in bytes. */
  readonly packed: number
  readonly size: number
}

const fields = (size: number, write: (view: DataView) => void): Bytes => {
  const view = new DataView(new ArrayBuffer(size))
  write(view)
  return new Uint8Array(view.buffer)
}

/** The fields that both heads share, from the version needed on. */
const writeShared = (view: DataView, at: number, { name, flags, method, crc, packed, size }: Head): void => {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, flags, true)
  view.setUint16(at + 4, method, true)
  view.setUint16(at + 8, DAY, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, packed, true)
  view.setUint32(at + 18, size, true)
  view.setUint16(at + 22, name.length, true)
}

/** The head before the data of a file. */
export const localHead = (head: Head): Bytes =>
  concat(
    fields(30, (view) => {
      view.setUint32(0, 0x04034b50, true)
      writeShared(view, 4, head)
    }),
    head.name,
  )

/** The head of a file in the directory; `offset` is where its data's head stands. */
export const centralHead = (head: Head, offset: number): Bytes =>
  concat(
    fields(46, (view) => {
      view.setUint32(0, 0x02014b50, true)
      view.setUint16(4, 20, true)
      writeShared(view, 6, head)
      view.setUint32(42, offset, true)
    }),
    head.name,
  )

/** The sum and the sizes behind the data of a file that was written as it came. */
export const sizesAfter = ({ crc, packed, size }: Head): Bytes =>
  fields(16, (view) => {
    view.setUint32(0, 0x08074b50, true)
    view.setUint32(4, crc, true)
    view.setUint32(8, packed, true)
    view.setUint32(12, size, true)
  })

/** The end of a ZIP: how many files, and how long and where their directory is. */
export const zipEnd = (count: number, size: number, offset: number): Bytes =>
  fields(22, (view) => {
    view.setUint32(0, 0x06054b50, true)
    view.setUint16(8, count, true)
    view.setUint16(10, count, true)
    view.setUint32(12, size, true)
    view.setUint32(16, offset, true)
  })
