import { named } from './codec.ts'

/** Who can read (PROTOCOL 5). */
export const lanes = { shared: 1, office: 2, identity: 3 } as const
export type Lane = keyof typeof lanes
export const laneCodec = named<Lane>(lanes)

/** What an entry does to the structure of a case (PROTOCOL 6.2); what it says is sealed. */
export const kinds = {
  entry: 1,
  grant: 2,
  remove: 3,
  rekey: 4,
  'identity-opened': 5,
  release: 6,
  close: 7,
  destroy: 8,
  represent: 9,
  readmit: 10,
  'end-key': 11,
} as const
export type Kind = keyof typeof kinds
export const kindCodec = named<Kind>(kinds)

/** PROTOCOL 4.4. */
export const roles = { chief: 1, officer: 2, substitute: 3, alternate: 4, investigator: 5 } as const
export type Role = keyof typeof roles
export const roleCodec = named<Role>(roles)

/** What the seals block of an entry does (PROTOCOL 5.5). */
export const sealModes = { 'new-key': 1, 'more-readers': 2, 'new-shares': 3 } as const
export type SealMode = keyof typeof sealModes
export const sealModeCodec = named<SealMode>(sealModes)
