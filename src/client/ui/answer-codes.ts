/**
 * The answers that travel as stable codes and are written in words where they are read, each in the reader's language.
 * A field that takes several holds its codes with spaces between them.
 */
export const capacities = [
  'staff',
  'former',
  'seconded',
  'contractor',
  'delegate',
  'observer',
  'other',
  'unsaid',
] as const
export const bases = ['saw', 'told', 'document', 'other'] as const
export const certainties = ['yes', 'no', 'unknown', 'unsaid'] as const
