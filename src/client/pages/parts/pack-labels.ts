import type { Kind } from '../../../domain/pack/kinds.ts'
import type { Pack } from '../../../domain/pack/pack.ts'
import type { Language } from '../../i18n/languages.ts'
import type { PageContext } from '../page.ts'
import { anchorOf } from './anchor.ts'
import { inTongue } from './in-tongue.ts'

/**
 * The labels of the ids that a report can hold: groups and categories by their id, which no other line of these two kinds
 * has. The office's pages show besides, by kind and id, what requests hold and where they stand; the page of a case
 * learns that from the rules which the case began under.
 */
export const labelsOf = (
  pack: Pack,
  language: Language,
  side: PageContext['side'],
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries([...pack.groups, ...pack.categories].map(({ id, label }) => [id, inTongue(label, language)])),
  ...(side === 'office' && {
    ...ofKind(pack, 'detriments', language),
    ...ofKind(pack, 'interim-measures', language),
    ...ofKind(pack, 'states', language),
  }),
})

const ofKind = (pack: Pack, kind: Kind & ('detriments' | 'interim-measures' | 'states'), language: Language) =>
  Object.fromEntries(pack[kind].map(({ id, label }) => [anchorOf(kind, id), inTongue(label, language)]))
