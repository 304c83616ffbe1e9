import { fromPdf } from './pdf-file.ts'
import { type Page, pageOf } from './pdf-page.ts'
import type { Reader } from './reader.ts'
import type { Pages, PageWords } from './shown.ts'

/** Pages beyond this many are not drawn: whoever needs them saves the file. */
const PAGES = 500

/**
 * Draws a PDF, page under page. Its links, forms, programs and sounds do nothing: nothing but drawings and words is made
 * of it. A later page that cannot be read says so where it would stand.
 * @returns the pages as one element, how many there are in the file and how many of them are drawn
 * @throws Error if it is damaged, locked by a password or its first page is not read in time
 */
export const pdfPages = async (
  bytes: Uint8Array<ArrayBuffer>,
  reader: Reader,
  says: PageWords,
): Promise<{ readonly element: HTMLElement; readonly pages: Pages }> => {
  const { all, pages } = await fromPdf(bytes, reader, async (file) => {
    const made = Array.from({ length: Math.min(file.numPages, PAGES) }, (_, place) => pageOf(file, place + 1, says))
    await made[0]?.read()
    return { all: file.numPages, pages: made }
  })
  const near = drawNear(pages)
  const element = document.createElement('div')
  for (const { place } of pages) {
    // Until it is read, a page is taken to be like the first one.
    place.style.aspectRatio ||= pages[0]?.place.style.aspectRatio ?? ''
    element.append(place)
    near.observe(place)
  }
  void readInTurn(pages.slice(1))
  return { element, pages: { all, drawn: pages.length } }
}

/** Draws what comes near the window, and lets go of what leaves it. */
const drawNear = (pages: readonly Page[]): IntersectionObserver => {
  const byPlace = new Map<Element, Page>(pages.map((page) => [page.place, page]))
  return new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        const page = byPlace.get(target)
        if (isIntersecting) void page?.show()
        else page?.hide()
      }
    },
    { root: document, rootMargin: '100%' },
  )
}

const readInTurn = async (pages: readonly Page[]): Promise<void> => {
  for (const page of pages) await page.read().catch(page.giveUp)
}
