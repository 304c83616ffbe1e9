import type { Bytes } from './world.ts'

/** Times in minutes since 1970. */
export interface SessionRow {
  /** SHA-256 of the cookie's value; the value itself is kept nowhere. */
  readonly hash: Bytes
  readonly memberId: Bytes
  readonly idleUntil: number
  readonly absoluteUntil: number
}

/** What somebody signed in with: a passkey with its counter, or the public key of a kit. */
export type SignInBy = { readonly passkey: Bytes; readonly signCount: number } | { readonly kit: Bytes }

/** How somebody signed in, with the challenge that is now used up. */
export interface SignIn {
  readonly challenge: { readonly hash: Bytes; readonly expires: number }
  readonly session: SessionRow
  readonly replaced: Bytes | null
  readonly by: SignInBy
}

export interface SessionStore {
  find(hash: Bytes): Promise<SessionRow | null>
  /**
   * Begins a session and ends the one it replaces. Refused with `challenge.invalid` if the challenge was used before,
   * with `session.required` if the passkey or the kit is no longer that person's.
   * What has expired by `nowMinutes` is forgotten.
   */
  begin(signIn: SignIn, nowMinutes: number): Promise<void>
  prolong(hash: Bytes, idleUntil: number): Promise<void>
  end(hash: Bytes): Promise<void>
  /** Uses up a challenge that begins no session; refused like `begin`. */
  useChallenge(hash: Bytes, expires: number): Promise<void>
}
