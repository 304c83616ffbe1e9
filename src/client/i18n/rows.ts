import type { Message, Messages } from './message.ts'

/**
 * Messages as lines of a page: a key, a space, and the text; JSON where a message is more than a text. In HTML every
 * quotation mark of JSON would be written out in six signs.
 * @throws Error for a text that could not be told from this
 */
export const writeRows = (messages: Messages): string =>
  Object.entries(messages)
    .map(([key, message]) => {
      const text = typeof message === 'string' ? message : JSON.stringify(message)
      const isPlain = !/^[[{]|\n/.test(text) === (typeof message === 'string') && /^\S+$/.test(key)
      if (!isPlain) throw new Error(`the message ${key} cannot stand in a line of a page`)
      return `${key} ${text}`
    })
    .join('\n')

/** Reads what `writeRows` wrote. */
export const readRows = (rows: string): Messages =>
  Object.fromEntries(
    rows.split('\n').map((row): [string, Message] => {
      const end = row.indexOf(' ')
      const text = row.slice(end + 1)
      return [row.slice(0, end), /^[[{]/.test(text) ? JSON.parse(text) : text]
    }),
  )
