import type { Place } from './delivery-store.ts'
import type { LetterRow } from './mailer.ts'
import type { Bytes } from './world.ts'

/**
 * Who hears by mail of something in a case: its readers, or some of them, and others whom the reporter has not excluded;
 * for whoever is away also the cover, unless excluded. Nothing about the case is kept with the mail.
 */
export interface Telling {
  readonly readers: 'all' | readonly Bytes[]
  readonly besides?: readonly Bytes[]
  /** At which of their addresses; at the only one, if there is one. */
  readonly place: Place
  /** Days since 1970: who is away today. */
  readonly today: number
  /** When the mail leaves, in minutes since 1970. */
  readonly slot: number
}

/** What a new day brings: to those whom cases concern whose day has come, or to certain people. */
export type DayTelling =
  | ({ readonly of: 'remind' } & Telling)
  /** `after`: days since the reporter began to wait. */
  | ({ readonly of: 'waits'; readonly after: number } & Telling)
  | { readonly of: 'people'; readonly people: readonly Bytes[]; readonly slot: number }
  /** Whoever wants mail on every working day. */
  | { readonly of: 'daily'; readonly slot: number }

/** Mails that have not left. Times are minutes since 1970. */
export interface OutboxStore {
  /** Mails whose time has come and on which nobody works, the oldest first, one for each address. */
  due(now: number, limit: number): Promise<readonly LetterRow[]>
  /** Counts an attempt and keeps the mail from others until a time; false if somebody else was quicker. */
  claim(letter: LetterRow, until: number): Promise<boolean>
  /** Forgets a claimed mail that was taken, and with it whatever else was due at this address: all say the same. */
  sent(letter: LetterRow): Promise<void>
  /** Puts a claimed mail back. */
  later(letter: LetterRow, nextTry: number): Promise<void>
  /**
   * Gives a claimed mail up. In its place one leaves to the person's second address or, without one, to these chiefs;
   * addresses at which something lies undelivered are left out, so that this ends.
   */
  giveUp(letter: LetterRow, state: 'refused' | 'unreachable', chiefs: readonly Bytes[], slot: number): Promise<void>
  /** What was given up, and what was tried in vain and will be tried again. */
  undelivered(): Promise<readonly LetterRow[]>
  /** Lets what lies undelivered at an address leave again; false if nothing does. */
  retry(memberId: Bytes, place: Place, nextTry: number): Promise<boolean>

  /** The last day that `passDays` has told of. */
  through(): Promise<number>
  /** Tells what the days after `through` until today have brought, once, whoever else does the same. */
  passDays(through: number, today: number, tellings: readonly DayTelling[]): Promise<void>
}
