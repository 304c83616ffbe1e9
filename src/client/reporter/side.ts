import type { FurtherKey } from '../../domain/told.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { sideName } from './event-words.ts'
import type { CaseEntry, OpenCase } from './vault.ts'

/** The entry that let a further key in. */
export const entryOfKey = ({ entries }: OpenCase, { id }: FurtherKey): CaseEntry | undefined =>
  entries.findLast(({ rule, key }) => rule === null && key?.id === id && key.letIn)

/** Whose a further key is: a representative by the name that the reporter gave. */
export const keyName = (t: ReporterTranslate, file: OpenCase, key: FurtherKey): string => {
  const step = entryOfKey(file, key)?.step
  return (step?.type === 'represented' && step.name) || sideName(t, { further: key })
}

/** Everybody of the reporter's side who reads the case besides the key that is in the page. */
export const othersOfSide = (t: ReporterTranslate, file: OpenCase): string[] => {
  const others = file.furtherKeys.filter(({ id }) => id !== file.me?.id).map((key) => keyName(t, file, key))
  return file.me === null ? others : [sideName(t, { further: null }), ...others]
}
