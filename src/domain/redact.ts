/** A passage of a text, in UTF-16 offsets: from the first, up to and without the second. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What stands in the place of a passage, however long it was: its size would tell a name from a sentence. */
export const block = '█████'

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu

/** Words that say nothing alone, such as articles, are shorter than this in most languages that use spaces. */
const leastLetters = 4

/**
 * The text without these passages, each replaced by one block of fixed width, wherever else the same passage stands too,
 * in whatever case and spacing. Passages grow to whole words; those with nothing but spaces between them become one.
 */
export function redact(text: string, spans: readonly Span[]): string {
  const taken = joined(text, everywhere(text, spans))
  const parts = taken.map(({ from }, index) => text.slice(taken[index - 1]?.to ?? 0, from))
  return [...parts, text.slice(taken.at(-1)?.to ?? 0)].join(block)
}

/** Words of the passages that still stand elsewhere in what remains; few of them are innocent. */
export function wordsLeft(text: string, spans: readonly Span[]): readonly string[] {
  const copy = redact(text, spans)
  const removed = new Set(spans.flatMap((span) => wordsOf(passageAt(text, span))))
  const left = new Set(wordsOf(copy))
  return [...removed].filter((one) => left.has(one) && [...one].length >= leastLetters)
}

/** The passages that these words make, wherever they stand alone. */
export function spansOfWords(text: string, words: readonly string[]): readonly Span[] {
  return [...text.matchAll(word)]
    .filter(([found]) => words.includes(found.toLowerCase()))
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
}

/** A passage as it is taken out: without spaces at its ends, and with the whole of every word that it cuts. */
export function widened(text: string, { from, to }: Span): Span {
  const start = from + (/^\s*/.exec(text.slice(from, to))?.[0].length ?? 0)
  const end = Math.max(start, from + text.slice(from, to).trimEnd().length)
  const cut = [...text.matchAll(word)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
  const first = cut.find((one) => one.from < start && start < one.to)
  const last = cut.find((one) => one.from < end && end < one.to)
  return { from: first?.from ?? start, to: last?.to ?? end }
}

/** The words of a passage, as it is taken out. */
export function passageAt(text: string, span: Span): string {
  const { from, to } = widened(text, span)
  return text.slice(from, to)
}

function wordsOf(text: string): readonly string[] {
  return (text.match(word) ?? []).map((one) => one.toLowerCase())
}

function everywhere(text: string, spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span) => {
    const own = widened(text, span)
    const pattern = text
      .slice(own.from, own.to)
      .split(/\s+/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
      .join('\\s+')
    if (pattern === '') return []
    const found = [...text.matchAll(new RegExp(pattern, 'gi'))]
    return found.map(({ 0: same, index }) => widened(text, { from: index, to: index + same.length }))
  })
}

function joined(text: string, spans: readonly Span[]): readonly Span[] {
  const all: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = all.at(-1)
    if (last === undefined || text.slice(last.to, span.from).trim() !== '') all.push(span)
    else all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
  }
  return all
}
