import type { Bytes } from './bytes.ts'
import { sha256 } from './hash.ts'
import { tag } from './tag.ts'

/** The name under which a seal finds its reader, 32 bytes (PROTOCOL 2.3). */
export const sealingKeyId = (sealingKey: Bytes): Promise<Bytes> => sha256(tag('sealing-key'), sealingKey)
