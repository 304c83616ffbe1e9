import { getDocument, type PDFDocumentProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { inTime } from './in-time.ts'
import { PIXELS } from './pdf-page.ts'

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

const open = (bytes: Uint8Array<ArrayBuffer>, reader: Worker): Promise<PDFDocumentProxy> => {
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
  const { promise: refused, reject } = Promise.withResolvers<never>()
  task.onPassword = () => reject(new Error('locked by a password'))
  // WebKit starts no thread in a page without origin.
  reader.addEventListener('error', () => reject(new Error('not read here')))
  return Promise.race([task.promise, refused])
}

/**
 * What `make` makes of a PDF, which a thread of its own reads. It is given up, thread and all, where that fails or takes
 * too long.
 */
export const fromPdf = async <Made>(
  bytes: Uint8Array<ArrayBuffer>,
  make: (file: PDFDocumentProxy) => Promise<Made>,
): Promise<Made> => {
  const reader = startReader()
  try {
    return await inTime(open(bytes, reader).then(make))
  } catch (problem) {
    reader.terminate()
    throw problem
  }
}
