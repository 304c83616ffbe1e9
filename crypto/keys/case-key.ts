import type { Random } from '../random.ts'
import { derive, type SigningPair, signingPair } from '../sodium/index.ts'
import type { Bytes } from '../wire/bytes.ts'
import { type Pairs, pairsOf } from './pairs.ts'

/** What the case key gives whoever holds it. */
export interface ReporterKeys extends Pairs {
  readonly who: 'reporter'
  /** The public signing key; of the first case key it is the case address. */
  readonly address: Bytes
}

/** A new case key: 16 random bytes that never leave the reporter (PROTOCOL 2). */
export const generateCaseKey = (random: Random): Bytes => random(16)

/** The signing pair alone, for what is only signed: without WebAssembly the sealing pair takes a noticeable time. */
export const reporterSigning = (caseKey: Bytes): SigningPair => signingPair(derive(caseKey, 'case-sign', []))

/** The reporter's pairs. */
export async function reporterKeys(caseKey: Bytes): Promise<ReporterKeys> {
  const pairs = await pairsOf(caseKey, 'case-sign', 'case-seal')
  return { who: 'reporter', ...pairs, address: pairs.signing.publicKey }
}
