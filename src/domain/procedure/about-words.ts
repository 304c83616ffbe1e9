import { isDay } from '../days.ts'
import type { TransitionLine } from '../pack/procedure-lines.ts'
import { inLanguage, verdictLabel } from '../pack/words.ts'
import type { Naming } from './fact-words.ts'
import type { Setting } from './step.ts'

/** What it takes besides to speak of what a step says: the name of an act, and the word for a day that nobody knows. */
export interface AboutNaming extends Naming {
  readonly act: (id: string) => string
  readonly unknown: string
}

/** What a step says of each act, promise or check-in, each under its name. A promise is called by its own words. */
export function aboutWords(
  { rules: { pack } }: Setting,
  line: Pick<TransitionLine, 'about'> | undefined,
  about: Readonly<Record<string, string>>,
  naming: AboutNaming,
): readonly (readonly [name: string, value: string])[] {
  const kind = line?.about?.kind
  const nameOf = (id: string): string => {
    if (kind === 'add-acts' || kind === 'judge-acts') return naming.act(id)
    const checkIn = pack['check-ins'].find((one) => one.id === id)
    return checkIn ? inLanguage(pack, checkIn.label, naming.language) : id
  }
  return Object.entries(about).map(([id, value]) => {
    const words = value === 'unknown' ? naming.unknown : verdictLabel(pack, value, naming.language)
    return [nameOf(id), isDay(value) ? naming.day(value) : words]
  })
}
