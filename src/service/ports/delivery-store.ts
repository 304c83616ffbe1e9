import type { Bytes } from './world.ts'

/** Which of a member's two mail addresses. */
export type Place = 1 | 2

export interface AddressRow {
  readonly place: Place
  readonly address: string
  /** Of a first address, 1: it is written to on every working day, and on none for a reason. */
  readonly daily: 0 | 1
}

/** Days since 1970, both counted. */
export interface AbsenceRow {
  readonly memberId: Bytes
  readonly firstDay: number
  readonly lastDay: number
  /** Who hears instead, and besides. */
  readonly cover: Bytes
}

/** Where members of the office are written to, and when they are away. */
export interface DeliveryStore {
  addresses(memberId: Bytes): Promise<readonly AddressRow[]>
  /** Sets what a member's addresses are from now on. What did not reach an address that changes is forgotten. */
  setAddresses(memberId: Bytes, addresses: readonly AddressRow[]): Promise<void>
  /** Everybody's absences that are not over on a day. */
  absences(today: number): Promise<readonly AbsenceRow[]>
  setAbsences(memberId: Bytes, absences: readonly Omit<AbsenceRow, 'memberId'>[]): Promise<void>
}
