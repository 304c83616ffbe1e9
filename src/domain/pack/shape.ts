import { isDay } from '../days.ts'

/**
 * What a value read from a pack must look like: says what is wrong with it, or null. The type that a good value has
 * is carried along, so that shape and type are written once.
 */
export interface Shape<T> {
  (value: unknown): string | null
  readonly type?: T
}

export type TypeOf<S> = S extends Shape<infer T> ? T : never

export const text: Shape<string> = (value) =>
  typeof value === 'string' && value.trim() !== '' ? null : 'must be a text'

export const day: Shape<string> = (value) => (typeof value === 'string' && isDay(value) ? null : 'must be a day')

export const whole: Shape<number> = (value) =>
  Number.isInteger(value) && (value as number) >= 0 ? null : 'must be a whole number'

export const flag: Shape<boolean> = (value) => (typeof value === 'boolean' ? null : 'must be true or false')

/** One of these texts and no other. */
export function oneOf<const T extends readonly string[]>(...values: T): Shape<T[number]> {
  return (value) => (values.includes(value as string) ? null : `must be one of: ${values.join(', ')}`)
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value))
}

/** A field that a line may leave out. */
export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value) => (value === undefined ? null : shape(value))
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value) => (Array.isArray(value) ? firstProblem(value.entries(), () => item) : 'must be a list')
}

export function recordOf<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value) => (isRecord(value) ? firstProblem(Object.entries(value), () => item) : 'must be an object')
}

/** An object with these fields and no others. */
export function object<Parts extends Readonly<Record<string, Shape<unknown>>>>(
  parts: Parts,
): Shape<{ readonly [Name in keyof Parts]: TypeOf<Parts[Name]> }> {
  return (value) => {
    if (!isRecord(value)) return 'must be an object'
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(parts, name))
    if (unknown !== undefined) return `has a field that no line of its kind has: ${unknown}`
    return firstProblem(
      Object.keys(parts).map((name) => [name, value[name]]),
      (name) => parts[name],
    )
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function firstProblem(
  entries: Iterable<readonly [string | number, unknown]> | readonly (readonly unknown[])[],
  shapeOf: (name: string) => Shape<unknown> | undefined,
): string | null {
  for (const [name, value] of entries as Iterable<readonly [string | number, unknown]>) {
    const problem = shapeOf(String(name))?.(value)
    if (problem) return `${name}: ${problem}`
  }
  return null
}
