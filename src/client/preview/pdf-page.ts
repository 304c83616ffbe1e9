import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { inTime } from './in-time.ts'
import type { PageWords } from './shown.ts'
import { styled } from './styled.ts'

/** Larger pictures in a page are left out, and no page is drawn larger (in pixels). */
export const PIXELS = 16_000_000

/** As wide as the frame, as sharp as the screen, and no larger than a page may be. */
const scaleOf = (page: PDFPageProxy): number => {
  const { width, height } = page.getViewport({ scale: 1 })
  return Math.min((innerWidth * Math.min(devicePixelRatio, 2)) / width, Math.sqrt(PIXELS / (width * height)))
}

/** Begins to draw a page, and calls `seen` for each thing that stands on it. */
const begin = (page: PDFPageProxy, canvas: HTMLCanvasElement, seen: () => void): RenderTask => {
  const viewport = page.getViewport({ scale: scaleOf(page) })
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  const operationsFilter = (): boolean => {
    seen()
    return true
  }
  return page.render({ canvas, viewport, operationsFilter })
}

const hiddenWords = (): HTMLElement =>
  styled(Object.assign(document.createElement('p'), { dir: 'auto' }), {
    ...{ position: 'absolute', inlineSize: '1px', blockSize: '1px', margin: '0', overflow: 'hidden' },
    ...{ clipPath: 'inset(50%)', whiteSpace: 'pre-wrap' },
  })

/** What is said of a page stands above its drawing, if there is any. */
const noteIn = (language: string): HTMLElement =>
  styled(Object.assign(document.createElement('p'), { lang: language, dir: 'auto' }), {
    ...{ margin: '0', padding: '0.75rem', font: '1rem system-ui, sans-serif' },
  })

interface Drawing {
  readonly canvas: HTMLCanvasElement
  task?: RenderTask
}

/** A page of a PDF in its place among the others. */
export interface Page {
  readonly place: HTMLElement
  /** Gives the page its height before it is drawn, and its words. @throws Error if it cannot be read in time */
  read(): Promise<void>
  /** Says that the page cannot be read, where it would stand. */
  giveUp(): void
  show(): Promise<void>
  hide(): void
}

/** A page: its words for whoever does not see it, and its drawing while it is near the window. */
export const pageOf = (file: PDFDocumentProxy, number: number, says: PageWords): Page => {
  // A page is as white as the frame may be: a line tells where it ends.
  const place = styled(document.createElement('section'), {
    ...{ position: 'relative', marginBlockEnd: '8px', outline: '1px solid GrayText' },
  })
  const words = hiddenWords()
  const note = noteIn(says.language)
  place.append(words)
  const say = (text: string): void => {
    note.textContent = text
    words.after(note)
  }
  let drawing: Drawing | null = null
  const draw = async (mine: Drawing): Promise<void> => {
    const page = await file.getPage(number)
    if (drawing !== mine) return
    let things = 0
    mine.task = begin(page, mine.canvas, () => {
      things += 1
    })
    place.append(mine.canvas)
    await mine.task.promise
    // Of a page whose content is damaged, the reader often makes an empty one, and does not say so.
    if (things === 0) say(says.empty)
    else note.remove()
  }
  const giveUp = (): void => say(says.unread)
  return {
    place,
    giveUp,
    read: async () => {
      const page = await inTime(file.getPage(number))
      const { width, height } = page.getViewport({ scale: 1 })
      place.style.aspectRatio = `${width} / ${height}`
      const { items } = await inTime(page.getTextContent())
      words.textContent = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    },
    show: async () => {
      if (drawing !== null) return
      const canvas = styled(document.createElement('canvas'), { display: 'block', inlineSize: '100%' })
      canvas.ariaHidden = 'true'
      const mine: Drawing = { canvas }
      drawing = mine
      try {
        await inTime(draw(mine))
      } catch {
        if (drawing !== mine) return
        // What was drawn of it so far stays: it is not less true for what is missing.
        mine.task?.cancel()
        giveUp()
      }
    },
    hide: () => {
      drawing?.task?.cancel()
      drawing?.canvas.remove()
      drawing = null
    },
  }
}
