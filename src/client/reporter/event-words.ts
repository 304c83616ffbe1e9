import type { FurtherKey } from '../../domain/told.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { keyWords } from './key-words.ts'
import type { CaseEntry } from './vault.ts'

/**
 * What an entry of the shared lane did, in one sentence.
 * @param me the further key that looks at it; null for the reporter
 * @param before the entry before it in the lane: closing takes effect with the second of two officers
 */
export const eventWords = (
  t: ReporterTranslate,
  entry: CaseEntry,
  me: FurtherKey | null,
  before?: CaseEntry,
): string => {
  const { author } = entry
  const ofKey = keyWords(t, entry)
  if (ofKey !== null) return ofKey
  if (author === null) return isOwn(entry, me) ? yours(t, entry) : t('case.event.side', { who: sideName(t, entry) })
  if (author === 'service') return t('case.event.released', { names: namesOf(t, entry) })
  const agrees = entry.kind === 'close' && before?.kind === 'close' && before.author !== author
  return agrees ? t('case.event.closed', { who: author.label }) : theirs(t, entry, author.label)
}

/** Whether an entry was written with the key that looks at it. */
export const isOwn = ({ author, further }: CaseEntry, me: FurtherKey | null): boolean =>
  author === null && further?.id === me?.id

/** Who of the reporter's side wrote an entry. */
export const sideName = (t: ReporterTranslate, { further }: Pick<CaseEntry, 'further'>): string =>
  t(`case.side.${further?.standing ?? 'reporter'}`)

const namesOf = (t: ReporterTranslate, { members }: CaseEntry): string => t.list(members.map(({ label }) => label))

const yours = (t: ReporterTranslate, entry: CaseEntry): string => {
  const { kind, step } = entry
  const names = namesOf(t, entry)
  switch (kind) {
    case 'release':
      return t('case.event.released.you', { names })
    case 'grant':
      return t('case.event.granted.you', { names })
    case 'remove':
      return t('case.event.removed.you', { names })
    case 'rekey':
      return t('case.event.key')
  }
  switch (step?.type) {
    case 'report':
      return t(SENT[step.kind])
    case 'withdrawal':
      return t('case.event.withdrawn')
    case 'withdrawal-undone':
      return t('case.event.undone')
    default:
      return t('case.event.you')
  }
}

const SENT = {
  report: 'case.event.sent',
  protection: 'case.event.sent.protection',
  advice: 'case.event.sent.advice',
} as const

const theirs = (t: ReporterTranslate, entry: CaseEntry, who: string): string => {
  const { kind, step } = entry
  const names = namesOf(t, entry)
  switch (kind) {
    case 'grant':
      return t('case.event.granted', { who, names })
    case 'remove':
      return t('case.event.removed', { who, names })
    case 'rekey':
      return t('case.event.resealed')
    case 'identity-opened':
      return t('case.event.opened', { who })
    case 'close':
      return t('case.event.close', { who })
  }
  switch (step?.type) {
    case 'acknowledgement':
      return t('case.event.acknowledged', { who })
    case 'state':
      return t('case.event.state', { who, state: t(`state.${step.to}`) })
    case 'message':
      return t(step.of === 'investigator' ? 'case.event.asked' : 'case.event.office', { who })
    default:
      return t('case.event.office', { who })
  }
}
