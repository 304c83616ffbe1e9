import type { ErrorCode } from '../../contract/errors.ts'

/** The service will not do what was asked; the code says why. Nothing has changed in the store. */
export class Refusal extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode) {
    super(code)
    this.name = 'Refusal'
    this.code = code
  }
}
