import { type Bytes, concat } from '../../../crypto/wire/index.ts'
import { crc32 } from './crc32.ts'
import { deflate } from './inflate.ts'
import { toUtf8 } from './texts.ts'
import type { Packed } from './zip.ts'
import { centralHead, type Head, localHead, UTF8_NAME, zipEnd } from './zip-heads.ts'

/** Packs a file for a ZIP. */
export const pack = async (name: string, content: Bytes): Promise<Packed> => ({
  ...{ name, method: 8, crc: crc32(content), size: content.length },
  data: await deflate(content, 'deflate-raw'),
})

const headOf = ({ name, method, crc, size, data }: Packed): Head => ({
  ...{ name: toUtf8(name), flags: UTF8_NAME, method, crc, size },
  packed: data.length,
})

/** A ZIP of these files in their order, without comments, times, rights or anything else beside them. */
export const writeZip = (files: readonly Packed[]): Bytes => {
  let offset = 0
  const heads: Bytes[] = []
  const bodies = files.flatMap((file) => {
    const local = localHead(headOf(file))
    heads.push(centralHead(headOf(file), offset))
    offset += local.length + file.data.length
    return [local, file.data]
  })
  const directory = concat(...heads)
  return concat(...bodies, directory, zipEnd(files.length, directory.length, offset))
}
