import { getDocument, type PDFDocumentProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { inTime } from './in-time.ts'
import { PIXELS } from './pdf-page.ts'
import type { Reader } from './reader.ts'

/** What a file asks for besides its own bytes: nothing is fetched, for a name that is asked for would tell of the content. */
class Decoders {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const base64 = PDF_DECODERS[filename]
    if (base64 === undefined) throw new Error(`no ${filename}`)
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  }
}

const open = (bytes: Uint8Array<ArrayBuffer>, reader: Reader): Promise<PDFDocumentProxy> => {
  if (reader instanceof MessagePort) reader.start()
  const task = getDocument({
    data: bytes,
    worker: PDFWorker.create({ port: reader as Worker, verbosity: VerbosityLevel.ERRORS }),
    BinaryDataFactory: Decoders,
    useWorkerFetch: false,
    // It wants an address to put before a name; nothing is fetched from there.
    wasmUrl: '/',
    maxImageSize: PIXELS,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  const { promise: locked, reject } = Promise.withResolvers<never>()
  task.onPassword = () => reject(new Error('locked by a password'))
  return Promise.race([task.promise, locked])
}

/**
 * What `make` makes of a PDF, which a thread of its own reads. It is given up where that fails or takes too long, and its
 * thread with it: by its page, or by the console, which lent it.
 */
export const fromPdf = async <Made>(
  bytes: Uint8Array<ArrayBuffer>,
  reader: Reader,
  make: (file: PDFDocumentProxy) => Promise<Made>,
): Promise<Made> => {
  try {
    return await inTime(open(bytes, reader).then(make))
  } catch (problem) {
    if (reader instanceof Worker) reader.terminate()
    throw problem
  }
}
