import { type Bytes, equal, includes } from './bytes.ts'
import type { CaseState } from './case-state.ts'
import { rule } from './errors.ts'
import { limits } from './limits.ts'
import type { Step } from './step.ts'

/** Why a further key is in a case: to help the reporter, or because two officers know the person who lost the words. */
export type Standing = 'representative' | 'readmitted'

/** A key of the reporter's side besides the reporter's own (PROTOCOL 15). */
export interface FurtherKey {
  readonly standing: Standing
  readonly signingKey: Bytes
  readonly sealingKey: Bytes
  readonly sealingKeyId: Bytes
}

/** A readmission that one officer signed and that waits for another. */
export interface Readmission {
  readonly signingKey: Bytes
  readonly sealingKey: Bytes
  readonly sealingKeyId: Bytes
  /** Member id of who signed it. */
  readonly officer: Bytes
}

/** The further key with this signing key, if the case has it. */
export const furtherKey = (keys: readonly FurtherKey[], signingKey: Bytes): FurtherKey | undefined =>
  keys.find((key) => equal(key.signingKey, signingKey))

/** Whether a signing key is one of the reporter's side: the reporter's own, or a further one. */
export const isOfSide = ({ reporterKey, furtherKeys }: CaseState, signingKey: Bytes): boolean =>
  equal(reporterKey, signingKey) || furtherKey(furtherKeys, signingKey) !== undefined

/** Whether a step is the second signature of the readmission that waits: the same keys, by another officer. */
export function isSecond({ state, header, entry, author }: Step): boolean {
  const { readmission, officers } = state
  if (readmission === null || author?.who !== 'member') return false
  const same =
    equal(readmission.signingKey, header.namedKey) && equal(readmission.sealingKeyId, entry.namedSealingKeyId)
  return same && includes(officers, readmission.officer) && !equal(readmission.officer, author.member.id)
}

/** Whether nobody has the keys that a step names: each key has one holder, or seals and signatures would not tell whose. */
export function namesFreeKeys({ state, header, entry, at }: Step): boolean {
  const signing = [state.case, state.reporterKey, at.serviceKey]
  const sealing = [state.reporterSealingKeyId]
  const others = [...state.furtherKeys, ...at.members]
  const used = [...signing, ...others.map(({ signingKey }) => signingKey)]
  const sealed = [...sealing, ...others.map(({ sealingKeyId }) => sealingKeyId)]
  return !includes(used, header.namedKey) && !includes(sealed, entry.namedSealingKeyId)
}

/** The further keys once the named one has joined. Throws `rule.new_key` or `rule.too_many_keys`. */
export function joinedKeys(step: Step, standing: Standing): readonly FurtherKey[] {
  const { state, header, entry } = step
  const { namedKey: signingKey, namedSealingKey: sealingKey } = header
  rule(namesFreeKeys(step), 'rule.new_key')
  rule(state.furtherKeys.length < limits.furtherKeys, 'rule.too_many_keys')
  return [...state.furtherKeys, { standing, signingKey, sealingKey, sealingKeyId: entry.namedSealingKeyId }]
}

/** What a signature for a readmission makes of the case: the first waits, the second lets the key in. */
export function readmit(step: Step): Partial<CaseState> {
  const furtherKeys = joinedKeys(step, 'readmitted')
  if (isSecond(step)) return { furtherKeys, readmission: null }
  const { header, entry, author } = step
  rule(author?.who === 'member', 'rule.author')
  const { namedKey: signingKey, namedSealingKey: sealingKey } = header
  return { readmission: { signingKey, sealingKey, sealingKeyId: entry.namedSealingKeyId, officer: author.member.id } }
}
