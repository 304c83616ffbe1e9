import type { PdfText } from './pdf-objects.ts'
import { type Place, type Roles, walk } from './pdf-roles.ts'
import { ANNOUNCED, isHiddenLayer, isPropertyObject, isSignature, verdictOn } from './pdf-rules.ts'
import { type PdfDictionary, type PdfString, type PdfValue, type Span, textOf } from './pdf-values.ts'
import { isBlank } from './texts.ts'
import { distinctTraces, type Trace, type TraceKind, trace } from './trace.ts'

const [SPACE, ZERO] = [0x20, 0x30]

/** What is to be overwritten, with the code of the sign that takes its place. */
interface Erased extends Span {
  readonly sign: number
}

interface Judged {
  readonly erased: readonly Erased[]
  readonly found: readonly Trace[]
  readonly remains: readonly Trace[]
}

/** The line that readers know a PDF by, the one that says that it is binary, and its end. */
const NEEDED = /^%(?:PDF-\d\.\d|[^ -~]{0,8}|%EOF)\s*$/

/** Looks at everything that is written in a PDF besides its streams: what to overwrite, and what stays. */
export const judged = (pdf: PdfText, roles: Roles): Judged => {
  const judge = new Judge(pdf)
  for (const comment of pdf.comments) judge.comment(comment)
  for (const { number, value } of pdf.objects) {
    const isProperty = isPropertyObject(number, value, roles)
    const keys = roles.of(number)
    walk(value, (one, place) =>
      judge.value(one, place.key === null ? keys : [place.key], {
        ...place,
        isProperty: isProperty || place.isProperty,
      }),
    )
  }
  if (pdf.isStrange) judge.remains.push(trace('hidden'))
  return { erased: judge.erased, found: distinctTraces(judge.found), remains: distinctTraces(judge.remains) }
}

class Judge {
  readonly erased: Erased[] = []
  readonly found: Trace[] = []
  readonly remains: Trace[] = []
  readonly #text: string

  constructor({ text }: PdfText) {
    this.#text = text
  }

  comment({ start, end }: Span): void {
    const text = this.#text.slice(start, end)
    if (NEEDED.test(text) || text.slice(1).trim() === '') return
    // Behind the line that readers know a PDF by, something may stand in the same line.
    const kept = /^%(?:PDF-\d\.\d)?/.exec(text)?.[0].length ?? 0
    this.#erase({ start: start + kept, end }, SPACE, trace('words', text.slice(kept)))
  }

  value(value: PdfValue, keys: readonly string[], place: Place): void {
    if (value.kind === 'string') this.#string(value, keys, place)
    if (value.kind === 'dictionary') this.#dictionary(value)
    if (value.kind === 'name' && keys.includes('DocChecksum') && /[^0]/.test(value.word))
      this.#erase(value, ZERO, trace('id'))
    if (value.kind === 'name') this.#announce(value.word)
  }

  #string(string: PdfString, keys: readonly string[], place: Place): void {
    const value = textOf(this.#text, string)
    if (isBlank(value)) return
    const [kind, isErased] = verdictOn(keys, place, value) ?? []
    if (kind === undefined) return
    const told = trace(kind, this.#shown(kind, value, place))
    if (isErased) this.#erase(string, string.hexadecimal ? ZERO : SPACE, told)
    else this.remains.push(told)
  }

  /** What is shown of a string: of a certificate the name beside it, and of numbers nothing. */
  #shown(kind: TraceKind, value: string, { key, owner }: Place): string {
    if (key !== 'Contents' || owner === null || !isSignature(owner)) return kind === 'id' ? '' : value
    const name = owner.at.get('Name')
    return name?.kind === 'string' ? textOf(this.#text, name) : ''
  }

  #dictionary({ entries }: PdfDictionary): void {
    for (const [name, value] of entries) {
      this.#announce(name)
      if (isHiddenLayer(name, value)) this.remains.push(trace('hidden'))
    }
  }

  #announce(name: string): void {
    const kind = ANNOUNCED[name]
    if (kind !== undefined) this.remains.push(trace(kind))
  }

  #erase({ start, end }: Span, sign: number, told: Trace): void {
    this.erased.push({ start, end, sign })
    this.found.push(told)
  }
}
