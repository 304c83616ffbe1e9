import type { ReporterKeys } from '../keys/case-key.ts'
import type { PublicKeys } from '../keys/public-keys.ts'
import { type Bytes, equal, includes } from '../wire/bytes.ts'
import { rule } from '../wire/errors.ts'
import type { NamedFile } from '../wire/files.ts'
import type { Kind, Lane } from '../wire/types.ts'
import { append } from './append.ts'
import { type AppendBatch, finish } from './batch.ts'
import type { Body } from './body.ts'
import { endKey, letKeyIn } from './further-keys.ts'
import type { OpenedCase } from './open.ts'
import { settle } from './settle.ts'
import { begin, type Pen, type Work } from './work.ts'

/** What somebody does in a case. Members are named by their ids. */
export type Act =
  | {
      readonly act: 'say'
      readonly lane: Lane
      readonly body: Body
      /** Moves the schedule; shared lane only. Days since 1970-01-01, 0 leaves a day as it is. */
      readonly schedule?: { readonly remind: number; readonly release: number }
      /** Sealed files that are already with the service; the body holds their keys. */
      readonly files?: readonly NamedFile[]
    }
  | { readonly act: 'grant' | 'remove'; readonly members: readonly Bytes[]; readonly body: Body }
  /** `release` is the reporter's: whoever is held back is let in. */
  | { readonly act: 'open-identity' | 'close' | 'release'; readonly body: Body }
  | { readonly act: 'replace-key'; readonly newKeys: ReporterKeys; readonly body: Body }
  /** Lets a further key in, or signs for it: one's representative, or somebody who lost their words (PROTOCOL 15). */
  | { readonly act: 'represent' | 'readmit'; readonly key: PublicKeys; readonly body: Body }
  /** Ends a further key, by its public signing key. */
  | { readonly act: 'end-key'; readonly key: Bytes; readonly body: Body }

const shared = (work: Work, kind: Kind, body: Body, pen: Pen): Promise<Work> =>
  append(work, { lane: 'shared', kind, mode: null, body }, pen)

/** The writer's member id; `undefined` for the reporter, and for somebody whom the directory does not know. */
const selfOf = ({ keys, directory }: Pen): Bytes | undefined =>
  directory.members.find(({ signingKey }) => equal(signingKey, keys.signing.publicKey))?.id

/** Whether these are the writer alone: who leaves on their own makes no key, since they would know it. */
function isSelf(members: readonly Bytes[], pen: Pen): boolean {
  const self = selfOf(pen)
  return members.length === 1 && self !== undefined && includes(members, self)
}

/** Said before anything is sealed: an officer writes in a case only while it is assigned to them. */
function checkAssigned({ state }: OpenedCase, pen: Pen): void {
  if (pen.keys.who === 'reporter') return
  const self = selfOf(pen)
  rule(self !== undefined && includes(state.officers, self), 'rule.author')
}

async function carryOut(work: Work, act: Act, pen: Pen): Promise<Work> {
  switch (act.act) {
    case 'say': {
      const settled = await settle(work, pen)
      const mode = settled.state.lanes[act.lane] ? null : 'new-key'
      const { act: _, ...said } = act
      return append(settled, { ...said, kind: 'entry', mode }, pen)
    }
    case 'open-identity':
      return shared(await settle(work, pen), 'identity-opened', act.body, pen)
    case 'close':
      return shared(await settle(work, pen), 'close', act.body, pen)
    case 'grant':
      return settle(work, pen, { add: act.members, body: act.body })
    case 'remove': {
      if (!isSelf(act.members, pen)) return settle(work, pen, { remove: act.members, body: act.body })
      const { members, body } = act
      return append(await settle(work, pen), { lane: 'shared', kind: 'remove', mode: null, body, members }, pen)
    }
    case 'release':
      return settle(work, pen, { release: true, body: act.body })
    case 'replace-key':
      return settle(work, pen, { newKeys: act.newKeys, body: act.body })
    case 'represent':
    case 'readmit':
      return letKeyIn(await settle(work, pen), act.act, act.key, act.body, pen)
    case 'end-key':
      return endKey(await settle(work, pen), act.key, act.body, pen)
  }
}

/**
 * Seals what somebody does in an opened case as one batch. Whatever has to come before it comes with it: people no longer
 * in standing are removed, changed keys are sealed to anew (PROTOCOL 6.9). After `case.head_moved`, open again and call again.
 * Throws `RuleBroken` for what the service would refuse, `WireError` where a key is missing.
 */
export async function sealAct(opened: OpenedCase, act: Act, summary: unknown, pen: Pen): Promise<AppendBatch> {
  checkAssigned(opened, pen)
  const work = await carryOut(begin(opened.state, opened.secrets), act, pen)
  return finish(work, summary, pen)
}
