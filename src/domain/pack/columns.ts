/** Lines by their kind. */
export type Lines = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** The same, field by field: by field and kind, what each line has there, in the order of the lines. */
export type Columns = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>

/** Stands where a line leaves a field out. No field of a line may be an empty text. */
const ABSENT = ''

/** Lines as columns: values of one sort then stand side by side, and press together better by a tenth. */
export function columnsOf(lines: Lines): Columns {
  const columns: Record<string, Record<string, unknown[]>> = {}
  for (const [kind, all] of Object.entries(lines))
    for (const field of new Set(all.flatMap((line) => Object.keys(line))))
      columns[field] = { ...columns[field], [kind]: all.map((line) => (field in line ? line[field] : ABSENT)) }
  return columns
}

/** Lines from their columns, side by side; a kind without any line is not there. */
export function linesOf(...parts: readonly Columns[]): Lines {
  const lines: Record<string, Record<string, unknown>[]> = {}
  for (const columns of parts)
    for (const [field, kinds] of Object.entries(columns))
      for (const [kind, values] of Object.entries(kinds)) {
        lines[kind] ??= values.map(() => ({}))
        for (const [place, line] of lines[kind].entries()) if (values[place] !== ABSENT) line[field] = values[place]
      }
  return lines
}

/** The same columns with each value made into another; what is absent stays so. */
export function mapColumns(columns: Columns, make: (value: unknown) => unknown): Columns {
  const every = <T, U>(record: Readonly<Record<string, T>>, turn: (value: T) => U): Record<string, U> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, turn(value)]))
  return every(columns, (kinds) =>
    every(kinds, (values) => values.map((value) => (value === ABSENT ? ABSENT : make(value)))),
  )
}
