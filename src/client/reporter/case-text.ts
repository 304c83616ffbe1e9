import { toBase64url } from '../../../crypto/wire/index.ts'
import type { Step } from '../../domain/steps.ts'
import type { FurtherKey } from '../../domain/told.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { answerWords } from '../ui/answer-words.ts'
import { eventWords, isOwn, sideName } from './event-words.ts'
import { fieldLabel } from './field-label.ts'
import type { OpenedCase } from './opened-case.ts'
import type { CaseEntry } from './vault.ts'

/**
 * The whole case as a text to keep: every entry in its order with all that it says, its hash and the service's receipt,
 * so that it can be checked later without this service.
 */
export const caseText = (t: ReporterTranslate, opened: OpenedCase): string => {
  const { file, office, procedure } = opened
  return [
    t('case.file.heading'),
    t('case.file.made', { day: office.day }),
    `${toBase64url(file.address)}\n`,
    ...(procedure?.lines(opened) ?? []),
    ...file.entries.map((entry) => entryText(t, entry, opened)),
  ].join('\n')
}

const whoWrote = (t: ReporterTranslate, entry: CaseEntry, me: FurtherKey | null): string => {
  const { author } = entry
  if (author === null) return isOwn(entry, me) ? t('case.file.you') : sideName(t, entry)
  return author === 'service' ? t('case.file.service') : author.label
}

/** A release says all in the sentence of what it did. */
const saidIn = (t: ReporterTranslate, step: Step | null): string[] =>
  Object.entries(step?.type === 'released' ? {} : (step ?? {})).flatMap(([field, value]) => {
    const label = fieldLabel(t, field) ?? (field === 'type' ? null : '')
    const words = answerWords(t, field, value)
    return label === null ? [] : [label ? t.labelled(label, words) : words]
  })

const entryText = (t: ReporterTranslate, entry: CaseEntry, opened: OpenedCase): string => {
  const { file, procedure } = opened
  const { me } = file
  const { lane, sequence, day, step, rule, hash, receipt } = entry
  const who = whoWrote(t, entry, me)
  const rows = step?.type === 'procedure' ? procedure?.factRows(opened, step) : undefined
  const said = rows?.map(([label, value]) => `${label}: ${value}`) ?? saidIn(t, step)
  return [
    '----',
    t('case.file.entry', { number: sequence + 1, day, who }),
    ...(lane === 'shared' ? [procedure?.entryWords(entry, me) ?? eventWords(t, entry, me)] : [t('case.file.envelope')]),
    ...(rule === null ? [] : [`${t('case.void.title')} (${rule})`]),
    ...said,
    ...(step?.type === 'procedure' && step.text ? [step.text] : []),
    `${lane} ${sequence} ${day} ${toBase64url(hash)} ${toBase64url(receipt)}`,
    '',
  ].join('\n')
}
