import { dayOfAct, parseActs } from '../acts.ts'
import { type Day, isDay } from '../days.ts'
import type { Fields } from '../fields.ts'
import type { Rules } from '../pack/rules.ts'
import type { Step } from '../steps.ts'
import { roleOn, type Tenure } from '../tenure.ts'
import type { FurtherKey, Told } from '../told.ts'
import type { Author, ProcedureStep } from './step.ts'

type Said = Pick<ProcedureStep, 'transition' | 'facts' | 'about' | 'seconds'>
type Report = Extract<Step, { type: 'report' }>

/** Who a reporter is to the engine, by how often the key was replaced before. */
export const reporterId = (replaced: number): string => `reporter-${replaced}`

/** Whether an entry put a new key in the place of the reporter's: theirs alone does, whatever the body of another says. */
export const replacesKey = ({ author, further, step }: ReplacingEntry): boolean =>
  step?.type === 'key-replaced' && author === null && !further

interface ReplacingEntry {
  readonly author: unknown
  readonly further?: FurtherKey | null
  readonly step: Step | null
}

/**
 * The steps of the procedure in what was told of a case: those that were sealed as such, and what other entries come to.
 * The request itself is the first step.
 */
export function procedureSteps(rules: Rules, people: readonly Tenure[], told: readonly Told[]): ProcedureStep[] {
  let replaced = 0
  return told.flatMap((item, index) => {
    const author = authorOf(item, people, replaced)
    if (replacesKey(item)) replaced += 1
    const said = saidBy(item, replaced, told) ?? lettingRead(item)
    if (author === null || said === null) return []
    const { sequence, day, joins, files } = item
    const { seconds, ...first } = { ...said, ...(author.role !== 'reporter' && joins && { joins }) }
    const late = seconds !== undefined && ends(rules, said.transition) && told[index - 1]?.sequence !== seconds
    return [
      {
        sequence,
        day,
        author,
        ...(files && { files }),
        ...first,
        ...(seconds === undefined || late ? {} : { seconds }),
      },
    ]
  })
}

function authorOf({ author, further, day, step }: Told, people: readonly Tenure[], replaced: number): Author | null {
  if (step.type === 'released' && step.by === 'service') return { role: 'service', id: 'service' }
  if (further?.standing === 'representative') return { role: 'representative', id: further.id }
  if (further) return { role: 'reporter', id: further.id }
  if (author === null) return { role: 'reporter', id: reporterId(replaced) }
  const role = roleOn(people, author, day)
  return role && { role, id: author }
}

/** Closing takes two entries, one directly after the other (PROTOCOL 6.2, kind 7); a later second one begins anew. */
function ends(rules: Rules, transition: string): boolean {
  const to = rules.transitions.get(transition)?.to
  return to !== undefined && rules.states.get(to)?.kind === 'end'
}

function saidBy(item: Told, replaced: number, told: readonly Told[]): Said | null {
  const { step, day, further } = item
  switch (step.type) {
    case 'procedure':
      return isOfChain(step.transition) ? null : step
    case 'report':
      return firstStep(step, day)
    case 'acknowledgement':
      return { transition: 'acknowledge' }
    case 'withdrawal':
      return { transition: 'withdraw', facts: { pressure: 'unsaid', measures: 'keep', monitoring: 'keep' } }
    case 'withdrawal-undone':
      return { transition: 'undo-withdrawal' }
    case 'key-replaced':
      return !replacesKey(item) ? null : { transition: 'replace-key', facts: { key: reporterId(replaced) } }
    case 'released':
      return { transition: step.by === 'service' ? 'release-at-limit' : 'release' }
    case 'readmitted':
      return readmission(item, told)
    case 'key-ended':
      // A readmitted key ends representatives alone, who take no step of the procedure.
      return further || !isReadmitted(item, told)
        ? null
        : { transition: 'object-to-readmission', facts: { key: idOf(item) } }
    default:
      return null
  }
}

const idOf = ({ key }: Told): string => key?.id ?? ''

/** The steps that only an entry of the chain takes: a sealed body alone lets no key in, and ends none. */
export const isOfChain = (transition: string): boolean =>
  transition === 'readmit' || transition === 'object-to-readmission'

/** A signature for the key of somebody who lost their words; the one that lets it in is the second of the one that waits. */
function readmission(item: Told, told: readonly Told[]): Said {
  const { step, sequence } = item
  const facts = { key: idOf(item), how_known: (step.type === 'readmitted' && step.how) || '' }
  if (!item.key?.letIn) return { transition: 'readmit', facts }
  const first = told.findLast(
    (other) => other.sequence < sequence && other.step.type === 'readmitted' && idOf(other) === idOf(item),
  )
  return { transition: 'readmit', facts, ...(first && { seconds: first.sequence }) }
}

const isReadmitted = (item: Told, told: readonly Told[]): boolean =>
  told.some((other) => other.step.type === 'readmitted' && other.key?.letIn === true && idOf(other) === idOf(item))

/** Letting somebody read is a step of its own where the entry brings no other; whom the reporter lets in, joins. */
function lettingRead({ author, joins = [] }: Told): Said | null {
  const [person] = joins
  return author === null || person === undefined ? null : { transition: 'let-read', facts: { person } }
}

/** What began the case as the first step. A request that names no act, or no day, is never turned away by us: the office asks. */
function firstStep({ kind, track, for_whom = 'me', limit = 'on', acts = '' }: Report, day: Day): Said {
  if (kind === 'advice') return { transition: 'ask-advice', facts: { limit } }
  const facts = { for_whom, limit }
  return track === 'prevention'
    ? { transition: 'submit-prevention', facts }
    : { transition: 'submit-protection', facts, about: actDays(acts, day) }
}

/** By the name of each act, the day from which its time runs: when the person learnt of it, as far as they know. */
export function actDays(acts: string, today: Day): Fields {
  const days = (parseActs(acts) ?? []).map((act) => act.known ?? act.notified ?? dayOfAct(act) ?? '')
  const all = days.length === 0 ? [''] : days
  return Object.fromEntries(all.map((day, index) => [actId(index), isDay(day) && day <= today ? day : 'unknown']))
}

/** The name of an act of the request, by its place in the form. */
export const actId = (index: number): string => `act-${index + 1}`
