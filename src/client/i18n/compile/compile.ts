import { type Model as MF, parseMessage, validate } from 'messageformat'
import type { Choice, Message, Messages, Part, Pattern } from '../message.ts'

/**
 * Turns one message in MessageFormat 2 into its compact form.
 *
 * Understands placeholders as they stand, `:number`, `:string`, `:day style=…`, markup and `.match`.
 * @throws Error in the words of the MessageFormat parser, or naming what is not understood here.
 */
export const compileMessage = (source: string): Message => {
  const model = parseMessage(source)
  validate(model, (type) => {
    throw new Error(type)
  })
  const how = new Map(model.declarations.map((declaration) => [declaration.name, functionOf(declaration.value)]))
  return model.type === 'message' ? compilePattern(model.pattern, how) : compileChoice(model, how)
}

/** Compiles a whole set. The error of a bad message names its key. */
export const compileMessages = (sources: Readonly<Record<string, string>>): Messages =>
  Object.fromEntries(
    Object.entries(sources).map(([key, source]) => {
      try {
        return [key, compileMessage(source)]
      } catch (cause) {
        throw new Error(`message ${key}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
      }
    }),
  )

type Functions = ReadonlyMap<string, readonly [how: string, style: string]>

const FORMATS: Readonly<Record<string, string>> = { number: 'number', string: '', day: 'day' }

const functionOf = (expression: MF.Expression): readonly [string, string] => {
  const name = expression.functionRef?.name ?? 'string'
  const how = FORMATS[name]
  if (how === undefined) throw new Error(`:${name} is not a format of ours`)
  const style = expression.functionRef?.options?.style
  return [how, style?.type === 'literal' ? style.value : '']
}

const compilePattern = (pattern: MF.Pattern, how: Functions): Pattern => {
  const parts = pattern.map((part) => (typeof part === 'string' ? part : compilePart(part, how)))
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts
}

const compilePart = (part: MF.Expression | MF.Markup, how: Functions): Part => {
  if (part.type === 'markup') {
    if (part.kind === 'standalone') throw new Error(`{#${part.name} /} has no words inside`)
    return [part.kind === 'open' ? '#' : '/', part.name]
  }
  if (part.arg === undefined) throw new Error('a placeholder without a value')
  if (part.arg.type === 'literal') return part.arg.value
  const declared = part.functionRef === undefined ? how.get(part.arg.name) : undefined
  return ['$', part.arg.name, ...(declared ?? functionOf(part))]
}

const compileChoice = (model: MF.SelectMessage, how: Functions): Choice => ({
  on: model.selectors.map(({ name }) => [name, how.get(name)?.[0] ?? '']),
  of: model.variants
    .map(({ keys, value }) => [keys.map((key) => (key.type === '*' ? '*' : key.value)), value] as const)
    .toSorted(([a], [b]) => bySpeciality(a, b))
    .map(([keys, value]) => [keys, compilePattern(value, how)]),
})

/** Exact numbers before plural categories before '*', the first selector weighing most. */
const bySpeciality = (a: readonly string[], b: readonly string[]): number => {
  for (const [index, key] of a.entries()) {
    const difference = speciality(key) - speciality(b[index] ?? '*')
    if (difference !== 0) return difference
  }
  return 0
}

const speciality = (key: string): number => (key === '*' ? 2 : /^\d+$/.test(key) ? 0 : 1)
