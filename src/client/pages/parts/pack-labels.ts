import type { Pack } from '../../../domain/pack/pack.ts'
import type { Language } from '../../i18n/languages.ts'
import { inTongue } from './in-tongue.ts'

/** What a report's category can be, by its id: a group of the rules, or a category in it. */
export const labelsOf = ({ groups, categories }: Pack, language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries([...groups, ...categories].map(({ id, label }) => [id, inTongue(label, language)]))
