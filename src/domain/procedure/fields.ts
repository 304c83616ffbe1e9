import type { Fields } from '../fields.ts'
import type { ProcedureStep } from './step.ts'

/** The part of a step that its author seals; the rest stands in the entry itself. */
export interface SealedStep extends Pick<ProcedureStep, 'transition' | 'facts' | 'about' | 'seconds'> {
  readonly type: 'procedure'
  /** What the author says with it to the other side: the notices that the step owes, filled in, or words of their own. */
  readonly text?: string
  /** The language that the text is written in, as a tag. */
  readonly language?: string
}

/** The step as flat named texts, so that each field can later be disclosed alone. */
export function fieldsOfStep({
  transition,
  facts = {},
  about = {},
  seconds,
  text,
  language,
}: Omit<SealedStep, 'type'>): Fields {
  return {
    type: 'procedure',
    transition,
    ...(seconds === undefined ? {} : { seconds: String(seconds) }),
    ...prefixed('fact.', facts),
    ...prefixed('about.', about),
    ...(text ? { text } : {}),
    ...(language ? { language } : {}),
  }
}

/** Reads a decrypted body as a step of the procedure; null if it is not one. */
export function stepOfFields(fields: Fields): SealedStep | null {
  const { type, transition, seconds, text, language } = fields
  if (type !== 'procedure' || !transition) return null
  if (seconds !== undefined && !/^(0|[1-9]\d{0,9})$/.test(seconds)) return null
  return {
    type,
    transition,
    facts: stripped('fact.', fields),
    about: stripped('about.', fields),
    ...(seconds === undefined ? {} : { seconds: Number(seconds) }),
    ...(text ? { text } : {}),
    ...(language ? { language } : {}),
  }
}

function prefixed(prefix: string, values: Fields): Fields {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]))
}

function stripped(prefix: string, fields: Fields): Fields {
  const named = Object.entries(fields).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value]))
}
