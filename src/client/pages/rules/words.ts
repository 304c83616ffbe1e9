import type { Texts } from '../../../domain/pack/line.ts'
import type { PageContext } from '../page.ts'
import { inTongue } from '../parts/in-tongue.ts'

/** A length of time in words. */
export const spanWords = (
  { t }: PageContext,
  { unit, length }: { readonly unit: 'days' | 'working-days' | 'months'; readonly length: number },
): string => t(`rules.span.${unit}`, { count: length })

/** The labels of lines, by their ids. */
export const labelsOf = (
  { language }: PageContext,
  lines: readonly { readonly id: string; readonly label: Texts }[],
  ids: readonly string[],
): readonly string[] =>
  ids.flatMap((id) => lines.filter((line) => line.id === id).map(({ label }) => inTongue(label, language)))

/** The label of a party. */
export const partyWords = (context: PageContext, id: string): string =>
  labelsOf(context, context.rules.pack.parties, [id])[0] ?? id

/** The labels of parties as one phrase. */
export const partiesWords = (context: PageContext, ids: readonly string[]): string =>
  context.t.list(labelsOf(context, context.rules.pack.parties, ids))
