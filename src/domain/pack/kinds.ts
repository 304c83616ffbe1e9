/** The kinds of lines that a pack has. A kind is one file, or all files in the folder of its name. */
export const kinds = [
  'documents',
  'parties',
  'groups',
  'elements',
  'subjects',
  'exceptions',
  'categories',
  'routes',
  'states',
  'transitions',
  'guards',
  'clocks',
  'notices',
  'terms',
  'verdicts',
  'detriments',
  'interim-measures',
  'remedies',
  'check-ins',
  'risk-rows',
  'risk-factors',
  'outside-limits',
  'escalations',
  'holidays',
] as const
export type Kind = (typeof kinds)[number]

/** The kind of the lines in a file, or null for a name that no pack has. */
export function kindOf(file: string): Kind | null {
  const name = file.replace(/\.json$/, '').split('/', 1)[0]
  return kinds.find((kind) => kind === name) ?? null
}
