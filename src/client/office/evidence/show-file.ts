import type { Asked, Said } from '../../preview/shown.ts'
import { type LentReader, lendReader } from '../../worker/reader.ts'

/** What the page in the frame says once it has the file. */
export type Told = Exclude<Said, { says: 'ready' }>

/**
 * Hands a file to the page in a frame as soon as it listens, once, and tells what that one says.
 * WebKit starts no thread in a page without origin: there this page lends it one. The file has no say in that, and it is
 * the same for every kind: what is loaded must not tell the service of which kind a file is.
 * @param inside the window in the frame
 * @returns ends it, thread and all
 */
export const showFile = (
  inside: () => Window | null | undefined,
  asked: Asked,
  tell: (told: Told) => void,
): (() => void) => {
  let reader: LentReader | undefined
  let begun = false
  const end = (): void => reader?.end()
  const fail = (): void => {
    end()
    tell({ says: 'failed' })
  }
  const begin = (to: Window, reads: boolean): void => {
    if (begun) return
    begun = true
    if (!reads) reader = lendReader(() => asked.kind === 'pdf' && fail())
    to.postMessage(asked, '*', reader ? [reader.line] : [])
  }
  const hear = ({ source, origin, data }: MessageEvent<Said>): void => {
    const from = inside()
    // What still has an origin is not the page that was asked for: no file is handed to it.
    if (!from || source !== from || origin !== 'null') return
    if (data.says === 'ready') begin(from, data.reads)
    else if (data.says === 'failed') fail()
    else tell(data)
  }
  addEventListener('message', hear)
  return () => {
    removeEventListener('message', hear)
    end()
  }
}
