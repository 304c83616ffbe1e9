import { isChoice, type Message, type Messages, type Part, type Pattern } from './message.ts'

/**
 * Messages as they travel in a page: in the first line all keys, then the text of each in a line of its own. Keys and
 * texts apart press together better than side by side, and so does a text whose values stand in braces: in HTML every
 * quotation mark of JSON would be written out in six signs.
 *
 * A key begins with the number of its first names that it shares with the key before it. In a text, what is more than a
 * text stands in braces, its parts between colons. A choice begins with a bar and what it selects on; behind each
 * further bar stand the keys of a variant and its text.
 * @throws Error for a message that could not be told from this
 */
export const writeRows = (messages: Messages): string => {
  const keys = Object.keys(messages)
  const lines = Object.entries(messages).map(([key, message]) => {
    const line = writeMessage(message)
    if (!isSame(readMessage(line), message) || line.includes('\n') || !/^\S+$/.test(key))
      throw new Error(`the message ${key} cannot stand in a line of a page`)
    return line
  })
  return [keys.map((key, place) => writeKey(key, keys[place - 1])).join(' '), ...lines].join('\n')
}

/** Reads what `writeRows` wrote. */
export const readRows = (rows: string): Messages => {
  const [keys = '', ...lines] = rows.split('\n')
  let names: string[] = []
  return Object.fromEntries(
    keys.split(' ').map((key, place) => {
      names = [...names.slice(0, Number(key[0])), ...key.slice(1).split('.')]
      return [names.join('.'), readMessage(lines[place] ?? '')]
    }),
  )
}

const writeKey = (key: string, before = ''): string => {
  const [names, others] = [key.split('.'), before.split('.')]
  // The last name is always written, and the number is one digit.
  const shared = names.findIndex((name, place) => place > 8 || place === names.length - 1 || name !== others[place])
  return `${shared}${names.slice(shared).join('.')}`
}

/** How a choice begins, and what stands before each of its variants. */
const BAR = '|'

const isSame = (one: Message, other: Message): boolean => JSON.stringify(one) === JSON.stringify(other)

const writeMessage = (message: Message): string =>
  isChoice(message)
    ? [
        ...['', message.on.map((value) => value.join(':')).join(' ')],
        ...message.of.map(([keys, pattern]) => `${keys.join()} ${writePattern(pattern)}`),
      ].join(BAR)
    : writePattern(message)

const writePattern = (pattern: Pattern): string =>
  typeof pattern === 'string'
    ? pattern
    : pattern.map((part) => (typeof part === 'string' ? part : `{${part.join(':')}}`)).join('')

const readMessage = (line: string): Message => {
  if (line[0] !== BAR) return readPattern(line)
  const [, on = '', ...variants] = line.split(BAR)
  return {
    on: on.split(' ').map((value) => value.split(':') as [string, string]),
    of: variants.map((variant) => {
      const end = variant.indexOf(' ')
      return [variant.slice(0, end).split(','), readPattern(variant.slice(end + 1))]
    }),
  }
}

const readPattern = (text: string): Pattern => {
  const parts = text
    .split(/\{(.*?)\}/)
    .map((part, place) => (place % 2 === 0 ? part : (part.split(':') as Part & object)))
  return parts.length === 1 ? text : parts.filter((part) => part !== '')
}
