import type { Story } from '../../../domain/story.ts'
import type { OpenedFile } from '../vault/types.ts'

/** The rule that each void entry breaks, by the hash of the entry. */
export type Voids = ReadonlyMap<string, string>

/** Everything void in a case: what breaks a rule of the protocol, and what breaks one of the course of a case. */
export const voidsOf = (file: OpenedFile, story: Story | null): Voids =>
  new Map(
    file.entries.flatMap(({ hash, lane, sequence, rule }) => {
      const broken = rule ?? (lane === 'shared' ? story?.voids.get(sequence) : undefined)
      return broken === undefined ? [] : [[hash, broken] as const]
    }),
  )
