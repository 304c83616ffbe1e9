import type { State } from '../../../domain/states.ts'
import type { Step } from '../../../domain/steps.ts'

/** What is being written: for the reporter, as a message or as a step of the case; or a note for the office. */
export type Purpose =
  | { readonly audience: 'office' }
  | { readonly audience: 'reporter'; readonly as: 'message' | 'acknowledgement' }
  | { readonly audience: 'reporter'; readonly as: 'state'; readonly to: State }

export const messagePurpose: Purpose = { audience: 'reporter', as: 'message' }

/** Whether it may be sent without a word. Only a change of state that asks and answers nothing speaks for itself. */
export const mayBeSilent = (purpose: Purpose): boolean =>
  purpose.audience === 'reporter' && purpose.as === 'state' && ['assessment', 'inquiry'].includes(purpose.to)

/** The step that these words become, for the reporter's eyes. */
export const stepFor = (purpose: Exclude<Purpose, { audience: 'office' }>, text: string): Step =>
  purpose.as === 'state' ? { type: 'state', to: purpose.to, text } : { type: purpose.as, text }
