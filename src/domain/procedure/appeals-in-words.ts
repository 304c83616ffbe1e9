import type { Day } from '../days.ts'
import { byId } from '../pack/rules.ts'
import { inLanguage } from '../pack/words.ts'
import { actsOf } from './acts.ts'
import { outsideLimits } from './filing.ts'
import type { NoticeMoment } from './notice-values.ts'

interface Limit {
  readonly label: string
  readonly answer: string
}

/**
 * The limits of bodies outside for the acts of a case: the last day of each act where the pack has a confirmed limit and
 * the act's day is known, and otherwise what to do instead. Limits with the same answer stand together.
 */
export function appeals(moment: NoticeMoment): string {
  const acts = [...actsOf(moment.after.history).keys()]
  const known = acts.flatMap((id) => limitsOf(moment, moment.to.notified(id), `${moment.to.act(id)}, `))
  const limits = known.length > 0 ? known : limitsOf(moment, null, '')
  const byAnswer = Map.groupBy(limits, ({ answer }) => answer)
  return [...byAnswer].map(([answer, those]) => moment.to.labelled(moment.to.list(labelsOf(those)), answer)).join(' ')
}

function labelsOf(limits: readonly Limit[]): readonly string[] {
  return [...new Set(limits.map(({ label }) => label))]
}

/** A limit that nobody confirmed is the same for every act, so it does not name one. */
function limitsOf({ setting, to }: NoticeMoment, notified: Day | null, prefix: string): readonly Limit[] {
  const { pack } = setting.rules
  const lines = byId(pack['outside-limits'])
  return outsideLimits(setting.rules, notified).flatMap(({ id, last }) => {
    const line = lines.get(id)
    if (!line) return []
    const label = inLanguage(pack, line.label, to.language)
    return last
      ? [{ label: `${prefix}${label}`, answer: `${to.day(last)}.` }]
      : [{ label, answer: inLanguage(pack, line.help, to.language) }]
  })
}
