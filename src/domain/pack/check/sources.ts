import type { Pack } from '../pack.ts'
import { byId } from '../rules.ts'
import { type Placed, type Problem, problemAt } from './problem.ts'

type Source = { readonly document: string; readonly paragraphs: readonly string[] }

/** Lines that rest on a document that the pack does not have, or on a paragraph that the document does not have. */
export function checkSources(lines: readonly Placed[], pack: Pack): readonly Problem[] {
  const documents = byId(pack.documents)
  return lines.flatMap((placed) => {
    const { source, also = [] } = placed.line as unknown as { source: Source; also?: readonly Source[] }
    return [source, ...also].flatMap(({ document, paragraphs }) => {
      const line = documents.get(document)
      if (!line) return [problemAt(placed, `unknown document: ${document}`)]
      return paragraphs
        .filter((paragraph) => !hasParagraph(line, paragraph))
        .map((paragraph) => problemAt(placed, `${document} has no paragraph ${paragraph}`))
    })
  })
}

function hasParagraph({ ranges, listed }: Pack['documents'][number], paragraph: string): boolean {
  if (listed.includes(paragraph)) return true
  return ranges.some(({ prefix = '', from, to }) => {
    const number = paragraph.startsWith(prefix) ? paragraph.slice(prefix.length) : ''
    return /^[1-9]\d*$/.test(number) && Number(number) >= from && Number(number) <= to
  })
}
