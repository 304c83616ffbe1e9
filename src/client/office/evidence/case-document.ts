import type { OfficeTranslate } from '../../i18n/translate.ts'
import { answerWords } from '../../ui/answer-words.ts'
import type { Course } from '../file/entry-line.tsx'
import { entryDeed, nameOf, procedureStep, stepDeed } from '../file/entry-words.ts'
import { titleOf } from '../file/told.ts'
import type { Book, FileEntry, OpenedFile } from '../vault/types.ts'
import { type EvidenceRow, shortHash } from './rows.ts'

/** A case as it is written out to be read without this console. */
export interface WrittenCase {
  readonly file: OpenedFile
  readonly voids: ReadonlyMap<string, string>
  readonly book: Book | null
  readonly course: Course | null
  readonly rows: readonly EvidenceRow[]
}

/** Even if a sign were missed below, nothing in the saved page could run or load anything. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

const STYLE = `body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
article{border-top:1px solid;padding:1rem 0}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-wrap}`

/** The case as one page of HTML: every entry that can be opened, in order, with its words and the names of its files. */
export const caseDocument = (t: OfficeTranslate, written: WrittenCase): string => {
  const { tag, dir } = t.language
  const title = titleOf(written.file) || t('inbox.untitled')
  const entries = written.file.entries.map((entry) => entryPart(t, written, entry))
  return `<!doctype html>
<html lang="${tag}" dir="${dir}"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1 dir="auto">${escaped(title)}</h1>
${entries.join('\n')}
</body></html>
`
}

const entryPart = (t: OfficeTranslate, { voids, book, course, rows }: WrittenCase, entry: FileEntry): string => {
  const number = t(`file.number.${entry.lane}`, { number: entry.sequence + 1 })
  const deeds = [stepDeed(t, course, procedureStep(entry)), entryDeed(t, entry, book)].filter(Boolean)
  const rule = voids.get(entry.hash)
  const files = rows.filter((row) => row.entry === entry)
  const facts = [
    ...(rule === undefined ? [] : [[t('file.void'), rule]]),
    ...saidIn(t, entry),
    ...files.map(({ name, evidence }) => [t('field.files'), `files/${name} (${shortHash(evidence.hash)})`]),
  ]
  return `<article><h2>${escaped([number, nameOf(t, entry.author, book), t.day(entry.day), ...deeds].join(' · '))}</h2>
<dl>${facts.map(([what, words]) => `<dt>${escaped(what ?? '')}</dt><dd dir="auto">${escaped(words ?? '')}</dd>`).join('\n')}</dl></article>`
}

/** Everything that an entry says, under its name where there is one in the language of the page. */
const saidIn = (t: OfficeTranslate, { step }: FileEntry): string[][] =>
  Object.entries(step ?? {})
    .filter(([field]) => field !== 'type')
    .map(([field, value]) => {
      const label = `field.${field}`
      return [
        t.has(label) ? t(label) : field,
        typeof value === 'string' ? answerWords(t, field, value) : JSON.stringify(value),
      ]
    })

/** Text that stays text in HTML. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
