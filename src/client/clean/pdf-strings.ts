/** A string in the text of a PDF: where it lies within its brackets, and how it is written. */
interface PdfString {
  readonly start: number
  readonly end: number
  readonly hexadecimal: boolean
}

/** The strings in a part of a PDF, between round brackets or as hexadecimal digits. */
export function* stringsIn(text: string): Generator<PdfString> {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') {
      const end = closing(text, at)
      yield { start: at + 1, end, hexadecimal: false }
      at = end
    } else if (text[at] === '<' && text[at + 1] === '<') at += 1
    else if (text[at] === '<') {
      const end = text.indexOf('>', at)
      if (end < 0) return
      yield { start: at + 1, end, hexadecimal: true }
      at = end
    }
  }
}

/** The bracket that closes a string: brackets within it come in pairs or behind a stroke. */
const closing = (text: string, from: number): number => {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '(') depth += 1
    else if (text[at] === ')') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return text.length
}

/** The same text with every string empty, in as many characters. */
export const withoutStrings = (text: string): string => {
  let blanked = text
  for (const { start, end, hexadecimal } of stringsIn(text))
    blanked = blanked.slice(0, start) + (hexadecimal ? '0' : ' ').repeat(end - start) + blanked.slice(end)
  return blanked
}

const LINE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const unquoted = (raw: string): string =>
  raw.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
    /[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8) & 0xff) : (LINE[sign] ?? sign),
  )

/** A string of a PDF as people read it. */
export const textOf = (text: string, { start, end, hexadecimal }: PdfString): string => {
  const raw = text.slice(start, end)
  const digits = raw.replaceAll(/\s/g, '')
  const signs = hexadecimal
    ? (digits.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16) || 0)).join('')
    : unquoted(raw)
  if (!signs.startsWith('\xfe\xff')) return signs
  return new TextDecoder('utf-16be').decode(Uint8Array.from(signs.slice(2), (sign) => sign.charCodeAt(0)))
}
