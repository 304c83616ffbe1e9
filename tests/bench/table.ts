import { type Figure, isMet } from './figure.ts'

/** Three digits that count, so that columns compare at a glance; whole numbers from 100 on. */
const number = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Number(value.toPrecision(3)).toString()

function goalText({ goal }: Figure): string {
  if (!goal) return ''
  return 'least' in goal ? `at least ${goal.least}` : `at most ${goal.most}`
}

const words = new Map<boolean | null, string>([
  [true, 'met'],
  [false, 'MISSED'],
  [null, ''],
])

const cells = (figure: Figure): string[] => [
  figure.name,
  number(figure.value),
  figure.unit,
  figure.p95 === undefined ? '' : number(figure.p95),
  goalText(figure),
  words.get(isMet(figure)) ?? '',
]

const numeric = [1, 3]

/** The figures as people read them. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [['measure', 'value', 'unit', 'p95', 'goal', ''], ...figures.map(cells)]
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const pad = (text: string, column: number) =>
    numeric.includes(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)
  const rule = widths.map((width) => '-'.repeat(width))
  return [...rows.slice(0, 1), rule, ...rows.slice(1)].map((row) => row.map(pad).join('  ').trimEnd()).join('\n')
}
