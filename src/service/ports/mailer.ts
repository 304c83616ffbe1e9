import type { Place } from './delivery-store.ts'
import type { Bytes } from './world.ts'

/** A mail that has not left: to whom, to which of their addresses, and when. Of why, nothing. */
export interface LetterRow {
  readonly memberId: Bytes
  readonly place: Place
  /** When it was to leave, and when it is tried next: minutes since 1970. */
  readonly slot: number
  readonly nextTry: number
  readonly attempts: number
  readonly state: 'waiting' | 'refused' | 'unreachable'
  readonly address: string
}

/** A mail as it goes out. */
export interface Letter {
  readonly to: string
  /** The whole message, headers and body, lines ending in CR LF, ASCII. */
  readonly message: string
}

/**
 * `refused`: for ever, this address does not take it. `later`: not now. `down`: there is nobody to hand it to. In every
 * case but `accepted` it may have been taken all the same, by somebody who could not say so.
 */
export type Outcome = 'accepted' | 'refused' | 'later' | 'down'

export interface Mailer {
  /** The address that mails come from. */
  readonly from: string
  /** Never throws, and ends within two minutes. */
  send(letter: Letter): Promise<Outcome>
}
