import { isChoice, type Message, type Part, type Pattern } from '../message.ts'
import { compileMessage } from './compile.ts'
import { usedKeys } from './used.ts'

/** Messages as they are written: language, then side (one file each), then key. */
export type Catalogue = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

/**
 * Everything that is wrong with the messages, one sentence each; none when the build may go on.
 *
 * A key must stand in every language, on one side only, be readable as MessageFormat 2, have the same placeholders and
 * markup everywhere, and be used by some source.
 */
export const checkMessages = (input: { messages: Catalogue; sources: Readonly<Record<string, string>> }): string[] => {
  const tables = Object.entries(input.messages).map(([tag, sides]) => ({ tag, rows: flatten(sides) }))
  const keys = [...new Set(tables.flatMap(({ rows }) => rows.map(({ key }) => key)))]
  const used = new Set(usedKeys(Object.values(input.sources), keys))
  return [
    ...tables.flatMap(({ tag, rows }) => doubled(tag, rows)),
    ...keys.flatMap((key) => compare(key, tables)),
    ...keys.filter((key) => !used.has(key)).map((key) => `${key}: no source uses it`),
  ]
}

interface Row {
  readonly side: string
  readonly key: string
  readonly source: string
}

interface Table {
  readonly tag: string
  readonly rows: readonly Row[]
}

const flatten = (sides: Catalogue[string]): Row[] =>
  Object.entries(sides).flatMap(([side, all]) => Object.entries(all).map(([key, source]) => ({ side, key, source })))

const doubled = (tag: string, rows: readonly Row[]): string[] =>
  rows
    .filter(({ key }, index) => rows.findIndex((row) => row.key === key) !== index)
    .map(({ key, side }) => `${key}: stands twice in ${tag}, the second time in ${side}`)

/** What differs between the languages for one key. The first language that has it is the measure. */
const compare = (key: string, tables: readonly Table[]): string[] => {
  const problems: string[] = []
  let measure: { side: string; shape: string } | undefined
  for (const { tag, rows } of tables) {
    const row = rows.find((candidate) => candidate.key === key)
    if (row === undefined) {
      problems.push(`${key}: missing in ${tag}`)
      continue
    }
    try {
      const found = { side: row.side, shape: shape(compileMessage(row.source)) }
      measure ??= found
      if (found.side !== measure.side) problems.push(`${key}: in ${tag} it stands in ${found.side}`)
      if (found.shape !== measure.shape) problems.push(`${key}: ${tag} has ${found.shape}, not ${measure.shape}`)
    } catch (cause) {
      problems.push(`${key}: ${tag} cannot be read (${cause instanceof Error ? cause.message : String(cause)})`)
    }
  }
  return problems
}

/** The placeholders and tags of a message, sorted: what every language must share. */
const shape = (message: Message): string => {
  const patterns = isChoice(message) ? message.of.map(([, pattern]) => pattern) : [message]
  const selected = isChoice(message) ? message.on.map(([name]) => `$${name}`) : []
  return [...new Set([...selected, ...patterns.flatMap(namesIn)])].toSorted().join(' ') || 'no placeholders'
}

const namesIn = (pattern: Pattern): string[] =>
  typeof pattern === 'string'
    ? []
    : pattern
        .filter((part): part is Exclude<Part, string> => typeof part !== 'string')
        .map(([kind, name]) => kind + name)
