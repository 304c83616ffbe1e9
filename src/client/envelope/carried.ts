import { sealWhole, type WholeSealed } from '../../../crypto/files/seal-whole.ts'
import type { Random } from '../../../crypto/random.ts'
import { toBase64url } from '../../../crypto/wire/base64url.ts'
import { cleaningText } from '../../domain/cleaning.ts'
import { safeFileName } from '../../domain/file-name.ts'
import { fileFields } from '../../domain/files.ts'
import type { Fields } from '../../domain/steps.ts'
import { type Chosen, cleaningOf, contentOf } from '../files/chosen.ts'
import { FileFault } from '../files/file-fault.ts'

/** Files sealed in this page: what travels, and what the body says of them. */
export interface Carried {
  readonly files: readonly WholeSealed[]
  readonly fields: Fields
}

/** Seals what goes along. @throws FileFault `file.changed` for one that is no longer there as it was */
export const carriedOf = async (going: readonly Chosen[], random: Random): Promise<Carried> => {
  const files: WholeSealed[] = []
  for (const chosen of going) files.push(await sealWhole(await bytesOf(chosen), random))
  const told = going.map((chosen, place) => {
    const { hash, key, size } = files[place] as WholeSealed
    return {
      ...{ hash: toBase64url(hash), key: toBase64url(key), size },
      ...{ name: safeFileName(chosen.name), type: chosen.file.type, cleaned: cleaningText(cleaningOf(chosen)) },
    }
  })
  return { files, fields: fileFields(told) }
}

const bytesOf = async (chosen: Chosen): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(await contentOf(chosen).arrayBuffer())
  } catch (cause) {
    throw new FileFault('file.changed', safeFileName(chosen.name), { cause })
  }
}
