/** The people of the office, in the order of the protocol's role numbers (PROTOCOL 4.4). */
export const roles = ['chief', 'officer', 'substitute', 'alternate', 'investigator'] as const
export type Role = (typeof roles)[number]

/** What an office needs before it opens: how many people in each role. A chief counts as an officer. */
export const neededToOpen: readonly { readonly roles: readonly Role[]; readonly count: number }[] = [
  { roles: ['chief'], count: 1 },
  { roles: ['chief', 'officer'], count: 2 },
  { roles: ['substitute'], count: 1 },
  { roles: ['alternate'], count: 1 },
  { roles: ['investigator'], count: 1 },
]
