import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
  type RenderTask,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Pages } from './shown.ts'
import { styled } from './styled.ts'

/** Pages beyond this many are not drawn: whoever needs them saves the file. */
const PAGES = 500

/** Larger pictures in a page are left out, and no page is drawn larger (in pixels). */
const PIXELS = 16_000_000

/** A file whose first page is not read after so many milliseconds is given up. */
const PATIENCE = 30_000

/** What a file asks for besides its own bytes: nothing is fetched, for a name that is asked for would tell of the content. */
class Decoders {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const base64 = PDF_DECODERS[filename]
    if (base64 === undefined) throw new Error(`no ${filename}`)
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  }
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string }
}

/** The address of the reader, which the page carries; no other script ever becomes one. Policies are made once. */
const readerAddress = (): string => URL.createObjectURL(new Blob([PDF_READER], { type: 'text/javascript' }))
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
const trusted = trustedTypes?.createPolicy('pdf', { createScriptURL: readerAddress })

const startReader = (): Worker => new Worker(trusted ? trusted.createScriptURL('') : readerAddress())

/** What a thread makes of a file, which is given up, thread and all, where that fails or takes too long. */
const inTime = async <Made>(make: (reader: Worker, giveUp: (why: Error) => void) => Promise<Made>): Promise<Made> => {
  const reader = startReader()
  const { promise: given, reject } = Promise.withResolvers<never>()
  const late = setTimeout(() => reject(new Error('not shown in time')), PATIENCE)
  try {
    return await Promise.race([make(reader, reject), given])
  } catch (problem) {
    reader.terminate()
    throw problem
  } finally {
    clearTimeout(late)
  }
}

const open = (
  bytes: Uint8Array<ArrayBuffer>,
  reader: Worker,
  giveUp: (why: Error) => void,
): Promise<PDFDocumentProxy> => {
  const task = getDocument({
    data: bytes,
    worker: PDFWorker.create({ port: reader, verbosity: VerbosityLevel.ERRORS }),
    BinaryDataFactory: Decoders,
    useWorkerFetch: false,
    // It wants an address to put before a name; nothing is fetched from there.
    wasmUrl: '/',
    maxImageSize: PIXELS,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  task.onPassword = () => giveUp(new Error('locked by a password'))
  return task.promise
}

/** As wide as the frame, as sharp as the screen, and no larger than a page may be. */
const scaleOf = (page: PDFPageProxy): number => {
  const { width, height } = page.getViewport({ scale: 1 })
  return Math.min((innerWidth * Math.min(devicePixelRatio, 2)) / width, Math.sqrt(PIXELS / (width * height)))
}

const begin = (page: PDFPageProxy, canvas: HTMLCanvasElement): RenderTask => {
  const viewport = page.getViewport({ scale: scaleOf(page) })
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  return page.render({ canvas, viewport })
}

/** A page: its words for whoever does not see it, and its drawing while it is near the window. */
const pageOf = (file: PDFDocumentProxy, number: number) => {
  const place = styled(document.createElement('section'), { position: 'relative', marginBlockEnd: '8px' })
  const words = styled(document.createElement('p'), {
    ...{ position: 'absolute', inlineSize: '1px', blockSize: '1px', margin: '0', overflow: 'hidden' },
    ...{ clipPath: 'inset(50%)', whiteSpace: 'pre-wrap' },
  })
  words.dir = 'auto'
  place.append(words)
  let drawing: { readonly canvas: HTMLCanvasElement; task?: RenderTask } | null = null
  const hide = (): void => {
    drawing?.task?.cancel()
    drawing?.canvas.remove()
    drawing = null
  }
  return {
    place,
    hide,
    /** Gives the page its height before it is drawn, and its words. */
    read: async (): Promise<void> => {
      const page = await file.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      place.style.aspectRatio = `${width} / ${height}`
      const { items } = await page.getTextContent()
      words.textContent = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    },
    show: async (): Promise<void> => {
      if (drawing !== null) return
      const canvas = styled(document.createElement('canvas'), { ...{ display: 'block', inlineSize: '100%' } })
      canvas.ariaHidden = 'true'
      drawing = { canvas }
      const mine = drawing
      const page = await file.getPage(number)
      if (drawing !== mine) return
      mine.task = begin(page, canvas)
      place.append(canvas)
      // A page that cannot be drawn stays as far as it came; the others are not less true for it.
      await mine.task.promise.catch(() => undefined)
    },
  }
}

/**
 * Draws a PDF, page under page. Its links, forms, programs and sounds do nothing: nothing but drawings and words is made
 * of it.
 * @returns the pages as one element, how many there are in the file and how many of them are drawn
 * @throws Error if it is damaged, locked by a password or not open in time
 */
export const pdfPages = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly element: HTMLElement; readonly pages: Pages }> => {
  const { file, pages } = await inTime(async (reader, giveUp) => {
    const opened = await open(bytes, reader, giveUp)
    const all = Array.from({ length: Math.min(opened.numPages, PAGES) }, (_, place) => pageOf(opened, place + 1))
    await all[0]?.read()
    return { file: opened, pages: all }
  })
  const byPlace = new Map<Element, (typeof pages)[number]>(pages.map((page) => [page.place, page]))
  const near = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        const page = byPlace.get(target)
        if (isIntersecting) void page?.show()
        else page?.hide()
      }
    },
    { root: document, rootMargin: '100%' },
  )
  const element = document.createElement('div')
  for (const { place } of pages) {
    // Until it is read, a page is taken to be like the first one.
    place.style.aspectRatio ||= pages[0]?.place.style.aspectRatio ?? ''
    element.append(place)
    near.observe(place)
  }
  void readInTurn(pages.slice(1))
  return { element, pages: { all: file.numPages, drawn: pages.length } }
}

const readInTurn = async (pages: readonly { read(): Promise<void> }[]): Promise<void> => {
  for (const page of pages) await page.read().catch(() => undefined)
}
