import { inLanguage } from '../../../domain/pack/words.ts'
import type { SealedStep } from '../../../domain/procedure/fields.ts'
import type { Setting } from '../../../domain/procedure/step.ts'
import type { OfficeTranslate } from '../../i18n/translate.ts'
import type { Drawing } from '../../ui/draw/drawing.ts'
import { signs } from '../parts/icons.ts'
import { type Book, byService, type FileEntry } from '../vault/types.ts'

/** Who did it: the reporter, the service, or a person by the name that the directory gives. */
export const nameOf = (t: OfficeTranslate, author: string | null, book: Book | null): string =>
  author === null || author === byService
    ? t(author === null ? 'file.reporter' : 'file.service')
    : (book?.people.find(({ id }) => id === author)?.label ?? t('file.unknown'))

/** The author of an entry by name; of the reporter's side by what their key is there for. */
export const authorName = (t: OfficeTranslate, { author, further }: FileEntry, book: Book | null): string =>
  further === null ? nameOf(t, author, book) : t(`file.side.${further.standing}`)

/** Whether it is a question that the office is asked to pass on to the reporter. */
export const isQuestion = ({ lane, step }: FileEntry): boolean =>
  lane === 'office' && step?.type === 'note' && step.to === 'reporter'

/** The other case that an entry of the office lane names; null for any other. */
export const otherCase = ({ lane, step }: FileEntry): string | null =>
  lane === 'office' && (step?.type === 'linked' || step?.type === 'unlinked') ? step.case : null

/** What was done, in a few words after the name. */
export const entryDeed = (t: OfficeTranslate, entry: FileEntry, book: Book | null): string => {
  const { step, lane, kind } = entry
  const names = t.list(entry.members.map((id) => nameOf(t, id, book)))
  if (lane === 'office' && kind === 'entry') return noteDeed(t, entry)
  if (kind === 'grant') return t('file.deed.grant', { names })
  if (kind === 'remove') {
    const recused = entry.members.length === 1 && entry.members[0] === entry.author
    return recused ? t('file.deed.recuse') : t('file.deed.remove', { names })
  }
  if (step === null) return t('file.deed.sealed')
  switch (step.type) {
    case 'report':
      return t(`file.deed.sent.${step.kind}`)
    case 'represented':
      return t('file.deed.represented', { name: step.name ?? '?' })
    case 'readmitted':
      return readmitDeed(t, entry)
    case 'state':
      return t('file.deed.state', { state: t(`state.${step.to}`) })
    case 'message':
      return messageDeed(t, entry, step.of)
    case 'identity':
    case 'nothing':
    case 'note':
    case 'linked':
    case 'unlinked':
    case 'granted':
    case 'removed':
      return t('file.deed.sealed')
    case 'procedure':
      return ''
    default:
      return t(`file.deed.${step.type}`)
  }
}

const noteDeed = (t: OfficeTranslate, entry: FileEntry): string => {
  const { step } = entry
  if (step?.type === 'linked' || step?.type === 'unlinked') return t(`joint.deed.${step.type}`)
  return t(isQuestion(entry) ? 'question.deed' : 'file.deed.note')
}

const readmitDeed = (t: OfficeTranslate, { key }: FileEntry): string =>
  t(key?.letIn ? 'file.deed.readmitted' : 'file.deed.readmitting')

const messageDeed = (t: OfficeTranslate, { author }: FileEntry, of: string | undefined): string => {
  if (of === 'investigator') return t('question.passed')
  return t(author === null ? 'file.deed.wrote' : 'file.deed.told')
}

/** What an entry says as a step of the procedure; null for any other. */
export const procedureStep = ({ step }: FileEntry): SealedStep | null => (step?.type === 'procedure' ? step : null)

/** The step of the procedure that an entry brings, by its name in the rules; its own id where they do not have it. */
export const stepDeed = (
  t: OfficeTranslate,
  course: { readonly setting: Setting } | null,
  step: SealedStep | null,
): string => {
  if (step === null) return ''
  const line = course?.setting.rules.transitions.get(step.transition)
  const what = line && course ? inLanguage(course.setting.rules.pack, line.label, t.language.tag) : step.transition
  return step.seconds === undefined ? what : t('step.deed.second', { what })
}

/** The words of an entry, if it has any. */
export const entryWords = (t: OfficeTranslate, { step }: FileEntry): string => {
  if (step === null) return ''
  if (step.type === 'identity-opened') return t('file.reason', { reason: step.reason })
  if (step.type === 'readmitted') return [step.text, step.how].filter(Boolean).join('\n\n')
  if (step.type === 'report' || !('text' in step)) return ''
  return step.text ?? ''
}

/** What brings or ends a further key. */
const keyKinds: readonly FileEntry['kind'][] = ['represent', 'readmit', 'end-key']

/** The sign beside an entry. */
export const entrySign = ({ lane, kind, step }: FileEntry): Drawing => {
  if (kind === 'grant' || kind === 'remove' || kind === 'rekey' || kind === 'release' || keyKinds.includes(kind))
    return signs.people
  if (lane === 'office') return signs.note
  if (kind === 'identity-opened' || kind === 'close') return signs.stamp
  return step?.type === 'state' ? signs.turn : signs.letter
}
