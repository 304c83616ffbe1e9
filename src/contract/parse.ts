import * as v from 'valibot'

/** What a schema makes of a value: `ok` with the value, or nothing at all of why not, which would hold the value. */
export function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): { readonly ok: true; readonly value: v.InferOutput<Schema> } | { readonly ok: false } {
  const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true })
  return result.success ? { ok: true, value: result.output } : { ok: false }
}
