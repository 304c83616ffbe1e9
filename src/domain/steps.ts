import type { Fields } from './fields.ts'
import { fieldsOfStep, type SealedStep, stepOfFields } from './procedure/fields.ts'
import { type CaseKind, caseKinds, type ReportingMode, reportingModes, type State, states } from './states.ts'

/**
 * The sealed bodies of entries: flat lists of named texts, so that each field can later be disclosed alone.
 * `type` comes first. What each type may hold is data; a field that is left out was left open by its author.
 */
export type { Fields } from './fields.ts'

/** What the reporter answered, besides the story; every one of them may be left out. */
export const answerFields = [
  'category',
  'when',
  'place',
  'ongoing',
  'persons',
  'basis',
  'reported_before',
  'safety',
  'guessers',
  'fear',
  'evidence',
  'witnesses',
  'contact_may',
  'contact_never',
  'keep_from',
  'limit',
  'capacity',
  'name',
  'reach',
] as const
export type AnswerField = (typeof answerFields)[number]

/** For whom protection is asked, and whether something happened or is feared. */
export const protectedPersons = ['me', 'agreed', 'taken', 'witness', 'relative'] as const
export const tracks = ['protection', 'prevention'] as const

/** What a request says of the protected activity. */
export const activityFields = [
  'activity_what',
  'activity_to',
  'activity_when',
  'activity_about',
  'activity_how',
] as const

/** What it says of the link between the activity and the acts. */
export const linkFields = [
  'knowledge_who',
  'knowledge_since',
  'knowledge_timing',
  'knowledge_comparators',
  'knowledge_departures',
  'knowledge_reasons',
] as const

/**
 * What a request for protection says besides: the protected activity, the acts against the person (`acts.ts`) or what is
 * feared, what links the two, and the ids of the measures wanted now. Texts, days and ids; every one may be left out.
 */
export const requestFields = [
  'for_whom',
  'track',
  ...activityFields,
  'earlier',
  'acts',
  'feared',
  ...linkFields,
  'measures',
] as const
export type RequestField = (typeof requestFields)[number]

/** The work situation before anything was done, in the identity lane: later changes are compared with it. */
export const baselineFields = [
  'work_duties',
  'work_appraiser',
  'work_contract_end',
  'work_place',
  'work_pay',
  'work_leave',
] as const
export type BaselineField = (typeof baselineFields)[number]

export type Step =
  | ({
      readonly type: 'report'
      readonly kind: CaseKind
      readonly mode: ReportingMode
      readonly language: string
      readonly story: string
      readonly title?: string
    } & { readonly [field in AnswerField | RequestField]?: string })
  /**
   * `of`: somebody else's words that the office passes on, by their role. `corrects`: what of the author's earlier words
   * it puts right, as `corrections.ts` reads it.
   */
  | {
      readonly type: 'message'
      readonly text: string
      readonly language?: string
      readonly of?: string
      readonly corrects?: string
    }
  | { readonly type: 'acknowledgement'; readonly text: string; readonly language?: string }
  | { readonly type: 'state'; readonly to: State; readonly text?: string }
  | { readonly type: 'withdrawal'; readonly text?: string }
  | { readonly type: 'withdrawal-undone' }
  | { readonly type: 'identity-opened'; readonly reason: string }
  | { readonly type: 'granted'; readonly text?: string }
  | { readonly type: 'removed'; readonly text?: string }
  | { readonly type: 'key-replaced' }
  | { readonly type: 'closed'; readonly text: string }
  /** `to` is `reporter` for a question that the office is asked to pass on. */
  | { readonly type: 'note'; readonly text: string; readonly to?: string }
  /** In the office lane: it belongs together with another case, by its address, or no longer does (`joint.ts`). */
  | { readonly type: 'linked'; readonly case: string; readonly text: string }
  | { readonly type: 'unlinked'; readonly case: string; readonly text?: string }
  | ({ readonly type: 'identity'; readonly name?: string; readonly unit?: string; readonly reach?: string } & {
      readonly [field in BaselineField]?: string
    })
  | { readonly type: 'nothing' }
  | { readonly type: 'released'; readonly by: 'reporter' | 'service' }
  /** A further key of the case (PROTOCOL 15): `name` is who represents the reporter, `how` is how the officer knows the person, `text` what the first key is told by the rules. */
  | { readonly type: 'represented'; readonly name?: string }
  | { readonly type: 'readmitted'; readonly how?: string; readonly text?: string; readonly language?: string }
  | { readonly type: 'key-ended'; readonly text?: string }
  | SealedStep

export type StepType = Step['type']

type FieldRule = 'text' | 'optional' | readonly string[]

function optional(names: readonly string[]): Readonly<Record<string, FieldRule>> {
  return Object.fromEntries(names.map((name) => [name, 'optional']))
}

/** The types whose fields are always the same; a step of the procedure says what its transition asks for. */
const shapes: Readonly<Record<Exclude<StepType, 'procedure'>, Readonly<Record<string, FieldRule>>>> = {
  report: {
    kind: caseKinds,
    mode: reportingModes,
    language: 'text',
    title: 'optional',
    story: 'text',
    ...optional([...answerFields, ...requestFields]),
  },
  message: { text: 'text', language: 'optional', of: 'optional', corrects: 'optional' },
  acknowledgement: { text: 'text', language: 'optional' },
  state: { to: states, text: 'optional' },
  withdrawal: { text: 'optional' },
  'withdrawal-undone': {},
  'identity-opened': { reason: 'text' },
  granted: { text: 'optional' },
  removed: { text: 'optional' },
  'key-replaced': {},
  closed: { text: 'text' },
  note: { text: 'text', to: 'optional' },
  linked: { case: 'text', text: 'text' },
  unlinked: { case: 'text', text: 'optional' },
  identity: optional(['name', 'unit', 'reach', ...baselineFields]),
  nothing: {},
  released: { by: ['reporter', 'service'] },
  represented: { name: 'optional' },
  readmitted: optional(['how', 'text', 'language']),
  'key-ended': { text: 'optional' },
}

/** The fields of a step in the order in which they are sealed; empty ones are left out. */
export function fieldsOf(step: Step): Fields {
  if (step.type === 'procedure') return fieldsOfStep(step)
  const given = step as unknown as Record<string, string | undefined>
  const fields: Record<string, string> = { type: step.type }
  for (const name of Object.keys(shapes[step.type])) {
    const value = given[name]?.trim()
    if (value) fields[name] = value
  }
  return fields
}

/**
 * Reads a decrypted body as a step. `null` if it is of no known type or lacks what its type needs; fields that this
 * version does not know are left out.
 */
export function stepOf(fields: Fields): Step | null {
  if (fields.type === 'procedure') return stepOfFields(fields)
  const type = fields.type as keyof typeof shapes | undefined
  return type && Object.hasOwn(shapes, type) ? shaped(type, fields) : null
}

function shaped(type: keyof typeof shapes, fields: Fields): Step | null {
  const step: Record<string, string> = { type }
  for (const [name, rule] of Object.entries(shapes[type])) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined
    const missing = value === undefined || value === ''
    if (missing && rule === 'optional') continue
    if (missing || (Array.isArray(rule) && !rule.includes(value))) return null
    step[name] = value
  }
  return step as unknown as Step
}

/** What of an entry says what it is: its structural kind, who wrote it, and its body if it opens. */
interface Sealed {
  readonly kind: string
  readonly byService: boolean
  readonly body: Fields | null
}

/** The steps that the chain itself takes, by the kind of their entry: whatever bodies say, the rules gave them to few. */
const ofChain: Readonly<Record<string, StepType>> = {
  release: 'released',
  rekey: 'key-replaced',
  represent: 'represented',
  readmit: 'readmitted',
  'end-key': 'key-ended',
}

/** The step of an entry. What moves keys is what the chain says moves them; the body only says more of it. */
export function stepOfEntry({ kind, byService, body }: Sealed): Step | null {
  if (kind === 'release') return { type: 'released', by: byService ? 'service' : 'reporter' }
  const step = body && stepOf(body)
  const type = ofChain[kind]
  if (type !== undefined && step?.type === type) return step
  if (kind === 'represent' || kind === 'readmit' || kind === 'end-key') return { type } as Step
  return step && Object.values(ofChain).includes(step.type) ? null : step
}
