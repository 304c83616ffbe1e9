import { Malformed } from './trace.ts'
import { unescaped } from './xmp.ts'

export interface Attribute {
  /** With its prefix, such as `w:author`. */
  readonly name: string
  /** As people read it. */
  readonly value: string
}

/** An element without what is in it. */
export interface Element {
  /** With its prefix, such as `w:ins`. */
  readonly name: string
  readonly attributes: readonly Attribute[]
}

/** A piece of XML to the letter: the beginning or end of an element, words, a head, or a remark that nobody shows. */
export type Token =
  | { readonly is: 'begin'; readonly text: string; readonly element: Element; readonly empty: boolean }
  | { readonly is: 'end' | 'words' | 'head' | 'remark'; readonly text: string }

/** An element's beginning, in the one way in which XML may write it. */
const BEGINNING = /<([^\s<>"'/=]+)((?:\s+[^\s<>"'/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const ATTRIBUTE = /([^\s<>"'/=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

/** What else begins with `<`; the first that fits. */
const OTHERS = [
  { opens: '<!--', shuts: '-->', is: 'remark' },
  { opens: '<![CDATA[', shuts: ']]>', is: 'words' },
  { opens: '<?xml ', shuts: '?>', is: 'head' },
  { opens: '<?', shuts: '?>', is: 'remark' },
  { opens: '<!', shuts: '>', is: 'head' },
  { opens: '</', shuts: '>', is: 'end' },
] as const

/** For which program what follows is, in drawings of PowerPoint. */
const CONDITION = /^<!\[(?:if !?(?:[gl]te? )?(?:mso|vml)(?: \d{1,2})?|endif)\]>$/

const NONE: readonly Attribute[] = []

const attributesOf = (text: string): readonly Attribute[] =>
  text === ''
    ? NONE
    : [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => ({
        ...{ name, value: unescaped(double ?? single ?? '') },
      }))

const beginningAt = (xml: string, at: number): Token => {
  BEGINNING.lastIndex = at
  const [text, name, attributes = '', slash] = BEGINNING.exec(xml) ?? []
  if (text === undefined || name === undefined) throw new Malformed()
  return { is: 'begin', text, element: { name, attributes: attributesOf(attributes) }, empty: slash === '/' }
}

const tokenAt = (xml: string, at: number): Token => {
  if (!'!?/'.includes(xml.charAt(at + 1))) return beginningAt(xml, at)
  const other = OTHERS.find(({ opens }) => xml.startsWith(opens, at))
  if (other === undefined) throw new Malformed()
  const shuts = xml.indexOf(other.shuts, at + other.opens.length)
  if (shuts < 0) throw new Malformed()
  const text = xml.slice(at, shuts + other.shuts.length)
  // Definitions of its own could hold words that stand in the document by another name.
  if (other.is === 'head' && text.includes('[') && !CONDITION.test(text)) throw new Malformed()
  return { is: other.is, text }
}

/**
 * The pieces of XML from its beginning to its end. What does not end fails for good, so that the time grows with the
 * length alone, whatever stands in it.
 * @throws Malformed
 */
export function* tokensOf(xml: string): Generator<Token> {
  for (let at = 0; at < xml.length; ) {
    const opens = xml.indexOf('<', at)
    const until = opens < 0 ? xml.length : opens
    if (until > at) yield { is: 'words', text: xml.slice(at, until) }
    if (opens < 0) return
    const token = tokenAt(xml, opens)
    yield token
    at = opens + token.text.length
  }
}

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Words between two elements as people read them. */
export const read = (words: string): string =>
  words.startsWith('<![CDATA[') ? words.slice('<![CDATA['.length, -']]>'.length) : unescaped(words)
