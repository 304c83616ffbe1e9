/** The people of the office, in the order of the protocol's role numbers (PROTOCOL 4.4). */
export const roles = ['chief', 'officer', 'substitute', 'alternate', 'investigator'] as const
export type Role = (typeof roles)[number]

/** Who reads a new case, unless the reporter excludes them (PROTOCOL 5.1). */
export const firstReaders: readonly Role[] = ['chief', 'officer']

/** Who reads it when every first reader is excluded. */
export const readersOfLastResort: readonly Role[] = ['substitute']

/** What an office needs before it opens: how many people in each role. A chief counts as an officer. */
export const neededToOpen: readonly { readonly roles: readonly Role[]; readonly count: number }[] = [
  { roles: ['chief'], count: 1 },
  { roles: ['chief', 'officer'], count: 2 },
  { roles: ['substitute'], count: 1 },
  { roles: ['alternate'], count: 1 },
  { roles: ['investigator'], count: 1 },
]

/** The readers whom the reporter's browser seals to: those with the first roles, else those of last resort. */
export function initialReaders<Person extends { readonly role: Role }>(people: readonly Person[]): readonly Person[] {
  const first = people.filter((person) => firstReaders.includes(person.role))
  return first.length > 0 ? first : people.filter((person) => readersOfLastResort.includes(person.role))
}
