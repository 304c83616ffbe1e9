import type { Receipt } from '../contract/entries.ts'
import { languages } from '../domain/languages/index.ts'
import { receiptCode } from '../domain/receipt-code.ts'
import { bytesOf } from '../service/json.ts'

/** The build writes every answer into the page, each in a template of its own, which no browser shows. */
const templates = /<template data-answer="([\w.]+)">(.*?)<\/template>/gs
const form = /<form .*?<\/form>/s

/** The page with the receipt in the place of the form. */
export function acceptedPage(html: string, language: string, receipts: readonly Receipt[]): string {
  const [receipt] = receipts
  const places = receipt ? { day: inWords(receipt.day, language), code: receiptCode(bytesOf(receipt.hash)) } : {}
  return without(html).replace(form, () => filled(pieceOf(html, 'accepted'), places))
}

/** The page with the sentence for a code before the form, so that another file can be tried. */
export const refusedPage = (html: string, code: string): string =>
  without(html).replace(form, (whole) => filled(pieceOf(html, code), { code }) + whole)

const without = (html: string): string => html.replace(templates, '')

function pieceOf(html: string, code: string): string {
  const pieces = new Map([...html.matchAll(templates)].map(([, name, piece]) => [name, piece]))
  return pieces.get(code) ?? pieces.get('other') ?? ''
}

/** Puts days and codes of ours into their places: neither can hold markup. */
const filled = (piece: string, places: Readonly<Record<string, string>>): string =>
  piece.replace(/(<bdi data-place="(\w+)">)/g, (_, tag: string, place: string) => tag + (places[place] ?? ''))

function inWords(day: string, tag: string): string {
  const locale = languages.find((language) => language.tag === tag)?.locale
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
