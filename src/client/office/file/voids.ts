import { type Summary, summarise } from '../../../domain/summary.ts'
import type { Standing } from '../../../domain/tell-case.ts'
import type { OpenedFile } from '../vault/types.ts'
import { titleOf } from './told.ts'

/** The rule that each void entry breaks, by the hash of the entry. */
export type Voids = ReadonlyMap<string, string>

/** Everything void in a case: what breaks a rule of the protocol, and what breaks one of the course of a case. */
export const voidsOf = (file: OpenedFile, standing: Pick<Standing, 'story'> | null): Voids =>
  new Map(
    file.entries.flatMap(({ hash, lane, sequence, rule }) => {
      const broken = rule ?? (lane === 'shared' ? standing?.story.voids.get(sequence) : undefined)
      return broken === undefined ? [] : [[hash, broken] as const]
    }),
  )

const compared = ['title', 'kind', 'state', 'last'] as const

/**
 * Whether the sealed summary said something else than the chain, which governs (PROTOCOL 7), while it covers the newest
 * entry. Days are left out: a summary is made before its receipt, and midnight can come between.
 */
export const summaryLies = (
  file: OpenedFile,
  standing: Standing,
  row: { summary: Summary | null; head: string },
): boolean => {
  const head = file.entries.findLast(({ lane }) => lane === 'shared')?.hash
  const is = summarise(standing, titleOf(file))
  return row.head === head && compared.some((field) => row.summary !== null && row.summary[field] !== is[field])
}
