import { Malformed } from './trace.ts'
import { type Element, type Token, tokensOf } from './xml-tokens.ts'

/** What becomes of the elements and words of a part; what it does not say stays to the letter. */
export interface Visitor {
  /** Null takes an element out with all that is in it; the same element stays as it is. */
  readonly element?: (element: Element, parent: Element | undefined) => Element | null
  readonly words?: (words: string, parent: Element | undefined) => string
  /** A remark between the elements, which no reader shows: it is taken out. */
  readonly remark?: () => void
}

/** Excel writes lines of its notes as those of a page, which never end. */
const ENDLESS = 'br'

const escaped = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const written = ({ name, attributes }: Element, empty: boolean): string =>
  `<${name}${attributes.map((one) => ` ${one.name}="${escaped(one.value)}"`).join('')}${empty ? '/' : ''}>`

/** Writes XML again with what a visitor changes. @throws Malformed where elements do not end as they begin */
export const rewriteXml = (xml: string, visitor: Visitor): string => {
  const open: Element[] = []
  /** How many of the open elements are gone; within the first of them nothing stays. */
  let gone = 0

  const begun = ({ text, element, empty }: Token & { is: 'begin' }): string => {
    const now = gone > 0 ? null : visitor.element === undefined ? element : visitor.element(element, open.at(-1))
    if (!empty && element.name !== ENDLESS) {
      open.push(element)
      if (now === null) gone += 1
    }
    if (now === null) return ''
    return now === element ? text : written(now, empty)
  }

  const ended = (text: string): string => {
    const name = text.slice(2, -1).trim()
    if (name === ENDLESS) return gone > 0 ? '' : text
    if (open.pop()?.name !== name) throw new Malformed()
    if (gone === 0) return text
    gone -= 1
    return ''
  }

  const after = (token: Token): string => {
    if (token.is === 'begin') return begun(token)
    if (token.is === 'end') return ended(token.text)
    if (gone > 0) return ''
    if (token.is === 'words') return visitor.words?.(token.text, open.at(-1)) ?? token.text
    if (token.is === 'head') return token.text
    visitor.remark?.()
    return ''
  }

  const kept: string[] = []
  for (const token of tokensOf(xml)) kept.push(after(token))
  if (open.length > 0) throw new Malformed()
  return kept.join('')
}
