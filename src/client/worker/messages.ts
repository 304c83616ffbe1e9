/** What the page sends to the worker. */
export interface Request {
  readonly id: number
  readonly name: string
  readonly args: unknown
}

/** How far a long call has come. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** What the worker sends back: any number of steps of progress, then a value or a code. */
export type Answer =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly code: string }
