import type { Fields } from '../steps.ts'
import type { ProcedureStep } from './step.ts'

/** The part of a step that its author seals; the rest stands in the entry itself. */
export type SealedStep = Pick<ProcedureStep, 'transition' | 'facts' | 'about' | 'seconds'>

/** The step as flat named texts, so that each field can later be disclosed alone. */
export function fieldsOfStep({ transition, facts = {}, about = {}, seconds }: SealedStep): Fields {
  return {
    type: 'procedure',
    transition,
    ...(seconds === undefined ? {} : { seconds: String(seconds) }),
    ...prefixed('fact.', facts),
    ...prefixed('about.', about),
  }
}

/** Reads a decrypted body as a step of the procedure; null if it is not one. */
export function stepOfFields(fields: Fields): SealedStep | null {
  const { type, transition, seconds } = fields
  if (type !== 'procedure' || !transition) return null
  if (seconds !== undefined && !/^(0|[1-9]\d{0,9})$/.test(seconds)) return null
  return {
    transition,
    facts: stripped('fact.', fields),
    about: stripped('about.', fields),
    ...(seconds === undefined ? {} : { seconds: Number(seconds) }),
  }
}

function prefixed(prefix: string, values: Fields): Fields {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]))
}

function stripped(prefix: string, fields: Fields): Fields {
  const named = Object.entries(fields).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value]))
}
