import { type Day, dayOf } from '../../../domain/days.ts'
import type { Rules } from '../../../domain/pack/rules.ts'
import { type Fields, stepOfEntry } from '../../../domain/steps.ts'
import type { FurtherKey } from '../../../domain/told.ts'
import { evidenceOf } from '../../files/named.ts'
import type { CaseView } from '../../worker/proxy.ts'
import { toBase64 } from '../net/base64.ts'
import { byService, type OpenedFile } from './types.ts'

/** The body of the entry that began a case. */
export const firstBody = ({ entries }: CaseView): Fields | null =>
  entries.find(({ lane, sequence }) => lane === 'shared' && sequence === 0)?.body ?? null

type State = CaseView['state']

const furtherOf = ({ standing, signingKey }: State['furtherKeys'][number]): FurtherKey => ({
  standing,
  id: toBase64(signingKey),
})

/** A readmission that waits, with its public keys as the line that was handed over (PROTOCOL 15.3). */
const waitingOf = ({ officer, signingKey, sealingKey }: NonNullable<State['readmission']>) => ({
  officer: toBase64(officer),
  line: toBase64(Uint8Array.of(...signingKey, ...sealingKey)),
})

const dayOrNone = (day: number): Day | null => (day === 0 ? null : dayOf(day))

/** An opened case in the console's terms, as this member sees it. */
export const fileOf = (address: string, view: CaseView, rules: Rules | null, me: string): OpenedFile => ({
  address,
  rules,
  entries: view.entries.map((entry) => ({
    hash: toBase64(entry.hash),
    lane: entry.lane,
    sequence: entry.sequence,
    kind: entry.kind,
    day: dayOf(entry.receipt.day),
    author: entry.author === 'service' ? byService : entry.author && toBase64(entry.author),
    further: entry.further && furtherOf(entry.further),
    key: entry.named.length === 0 ? null : { id: toBase64(entry.named), letIn: entry.letsIn },
    step: stepOfEntry({ kind: entry.kind, byService: entry.author === 'service', body: entry.body }),
    rule: entry.void,
    members: entry.members.map(toBase64),
    files: evidenceOf(entry),
  })),
  broken: view.broken && { lane: view.broken.lane, sequence: view.broken.sequence, rule: view.broken.code },
  badSeals: view.badSeals.map(({ lane, sequence, reader }) => ({ lane, sequence, reader: reader && toBase64(reader) })),
  furtherKeys: view.state.furtherKeys.map(furtherOf),
  readmission: view.state.readmission && waitingOf(view.state.readmission),
  readers: view.state.officers.map(toBase64),
  excluded: view.state.excluded.map(toBase64),
  closed: view.state.closed,
  remind: dayOrNone(view.state.remind),
  release: dayOrNone(view.state.release),
  fixedRelease: dayOrNone(view.fixedRelease),
  held: view.held.map(toBase64),
  released:
    view.state.released === 0 ? null : { day: dayOf(view.state.released), to: view.state.releasedTo.map(toBase64) },
  mayOpenIdentity: view.state.identityOpenedBy.map(toBase64).includes(me),
})
