/** What the worker itself refuses or cannot do; the protocol's own codes cross beside these. */
export const refusalCodes = [
  'worker.locked',
  'worker.no_directory',
  'worker.not_open',
  'worker.unknown_call',
  'worker.failed',
  'worker.unavailable',
  'worker.ended',
  'file.changed',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** The message is the code and never holds data. */
export class Refusal extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.name = 'Refusal'
    this.code = code
  }
}
