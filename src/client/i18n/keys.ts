type Shared =
  | keyof typeof import('./messages/en/shared.json')
  | keyof typeof import('./messages/en/request.json')
  | keyof typeof import('./messages/en/files.json')
type Errors = keyof typeof import('./messages/en/errors.json')

/** Keys that the page of the rules and the notes that lead to it use. */
export type RulesKey = keyof typeof import('./messages/en/rules.json')

/** Keys that name what is wrong with a typed key. */
export type KeyTyping = Extract<keyof typeof import('./messages/en/reporter.json'), `case.key.${string}`>

/** Keys of the way out. */
type ExitKey = Extract<keyof typeof import('./messages/en/shared.json'), `exit.${string}`>

/** Keys that the file of a sealed letter uses. */
export type LetterKey = ExitKey | KeyTyping | keyof typeof import('./messages/en/letter.json')

/** Keys that the reporter's pages and scripts may use. */
export type ReporterKey =
  | Shared
  | Errors
  | keyof typeof import('./messages/en/reporter.json')
  | keyof typeof import('./messages/en/draft.json')
  | keyof typeof import('./messages/en/envelope.json')
  | keyof typeof import('./messages/en/request-reporter.json')

/** Keys that the office's pages and scripts may use. */
export type OfficeKey =
  | Shared
  | Errors
  | keyof typeof import('./messages/en/office.json')
  | keyof typeof import('./messages/en/request-office.json')
  | keyof typeof import('./messages/en/request-handling.json')
