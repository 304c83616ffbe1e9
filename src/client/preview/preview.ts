import { pdfPages } from './pdf.ts'
import { ownReader, type Reader } from './reader.ts'
import type { Asked, PageWords, Said, Shown } from './shown.ts'
import { styled } from './styled.ts'

/**
 * The page in the frame in which files are looked at. It has no origin, no network and no other script: whatever a file
 * does to a browser's decoder, it happens where there is nothing to take. Only its opener speaks to it.
 */
const say = (said: Said): void => parent.postMessage(said, '*')

const media = (shown: Extract<Shown, { type: string }>): HTMLElement => {
  const address = URL.createObjectURL(new Blob([shown.bytes], { type: shown.type }))
  const failed = (): void => say({ says: 'failed' })
  if (shown.kind === 'sound')
    return styled(Object.assign(new Audio(address), { controls: true, onerror: failed }), { inlineSize: '100%' })
  const picture = styled(Object.assign(new Image(), { alt: '', onerror: failed }), {
    ...{ display: 'block', maxInlineSize: '100%' },
  })
  picture.addEventListener('load', () => say({ says: 'shown', height: document.body.scrollHeight }))
  picture.src = address
  return picture
}

const text = (words: string): HTMLElement => {
  const element = document.createElement('pre')
  element.dir = 'auto'
  element.textContent = words
  return styled(element, { margin: '0', padding: '0.75rem', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' })
}

const pdf = async (bytes: Uint8Array<ArrayBuffer>, says: PageWords, reader?: Reader): Promise<void> => {
  try {
    if (!reader) throw new Error('nothing reads it')
    const { element, pages } = await pdfPages(bytes, reader, says)
    document.body.replaceChildren(element)
    say({ says: 'shown', height: document.body.scrollHeight, pages })
  } catch {
    say({ says: 'failed' })
  }
}

/** Shows what the console asks for. A thread that was lent reads where this page has none of its own. */
const listen = (own: Worker | null): void => {
  addEventListener('message', ({ source, data, ports: [lent] }: MessageEvent<Asked>) => {
    if (source !== parent) return
    if (data.kind === 'pdf') return void pdf(data.bytes, data.says, own ?? lent)
    own?.terminate()
    document.body.replaceChildren(data.kind === 'text' ? text(data.text) : media(data))
    say({ says: 'shown', height: document.body.scrollHeight })
  })
  say({ says: 'ready', reads: own !== null })
}

// Keys stay in a frame; the way out is to be had from here as well.
addEventListener('keydown', ({ key, repeat }) => repeat || say({ says: 'pressed', escape: key === 'Escape' }))
styled(document.documentElement, { colorScheme: 'light dark' })
styled(document.body, { margin: '0' })
// Where PDFs are read is settled before the file is there: it has no say in it.
void ownReader().then(listen)
