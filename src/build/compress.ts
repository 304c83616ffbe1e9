import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { SiteFile } from './files.ts'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** A file of the site with its compressed forms. */
export interface CompressedFile extends SiteFile {
  readonly br: Uint8Array
  readonly gz: Uint8Array
}

/**
 * How hard Brotli tries. The forms that are saved to a disk and the preview of files are large and seldom asked for: a
 * tenth larger, each takes a twentieth of the time.
 */
const qualityFor = ({ path }: SiteFile): number =>
  /^(?:forms|preview)\//.test(path) ? 9 : constants.BROTLI_MAX_QUALITY

/** Compresses once, at build time, so that the service spends nothing on it. Same input, same output. */
export const compress = async (file: SiteFile): Promise<CompressedFile> => {
  const [br, gz] = await Promise.all([
    brotli(file.bytes, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: qualityFor(file),
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: file.bytes.length,
      },
    }),
    gzipped(file.bytes, { level: constants.Z_BEST_COMPRESSION }),
  ])
  return { ...file, br, gz }
}
