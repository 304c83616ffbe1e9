import type { Keys } from '../keys/keys.ts'
import type { Bytes } from '../wire/bytes.ts'
import { type WireCode, WireError } from '../wire/errors.ts'
import type { Field } from '../wire/merkle.ts'
import type { Lane } from '../wire/types.ts'
import { decodeBody } from './body.ts'
import type { Judged } from './chain.ts'
import { type FoundSecrets, laneSecrets } from './find-keys.ts'
import { decryptBody } from './sealed-body.ts'
import type { Secrets } from './secrets.ts'

const lanes: readonly Lane[] = ['shared', 'office', 'identity']

/** What somebody can open of each lane, by the entries that count. */
export async function findSecrets(
  judged: readonly Judged[],
  keys: Keys,
  share: Bytes | null,
): Promise<Readonly<Record<Lane, FoundSecrets>>> {
  const counting = judged.filter(({ void: rule }) => rule === null).map(({ entry }) => entry)
  const found = await Promise.all(
    lanes.map(async (lane) => {
      const entries = counting.filter(({ header }) => header.lane === lane)
      return [lane, await laneSecrets(entries, lane, keys, share)] as const
    }),
  )
  return Object.fromEntries(found) as Record<Lane, FoundSecrets>
}

export const secretsOf = (found: Readonly<Record<Lane, FoundSecrets>>): Secrets => ({
  shared: found.shared.secrets,
  office: found.office.secrets,
  identity: found.identity.secrets,
})

export interface OpenedBody {
  readonly fields: readonly Field[] | null
  readonly code: WireCode | null
}

/** The fields of an entry, or why they do not open; neither for whoever has no key to them (PROTOCOL 10.5). */
export async function openBody({ entry }: Judged, { secrets, bad }: FoundSecrets): Promise<OpenedBody> {
  const { epoch, bodyCommitment } = entry.header
  const key = secrets.keys.get(epoch)
  if (entry.raw.ciphertext.length === 0) return { fields: null, code: null }
  if (!key) return { fields: null, code: bad.has(epoch) ? 'seal.bad' : null }
  try {
    const padded = decryptBody(key, entry.raw.header, entry.raw.ciphertext)
    return { fields: await decodeBody(padded, bodyCommitment), code: null }
  } catch (error) {
    if (error instanceof WireError) return { fields: null, code: error.code }
    throw error
  }
}
