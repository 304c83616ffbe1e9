/** The labels of what both pages ask, in the order in which it is read back, by step. */
export const rows = {
  how: ['field.mode', 'field.name', 'field.unit', 'field.reach', 'field.capacity'],
  what: ['field.story'],
  details: ['field.category', 'field.when', 'field.place', 'field.ongoing', 'field.persons', 'field.basis'],
  safety: ['field.safety', 'field.guessers', 'field.fear'],
  evidence: ['field.evidence', 'field.witnesses'],
  contact: ['field.contact_may', 'field.contact_never'],
  exclude: ['field.limit', 'field.keep_from'],
} as const
