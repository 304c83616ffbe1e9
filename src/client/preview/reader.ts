import { inTime } from './in-time.ts'

/** The thread that reads a PDF: one of this page's own, or the line to one that the console lends. */
export type Reader = Worker | MessagePort

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

const start = (): Promise<Worker> => {
  const { promise, resolve, reject } = Promise.withResolvers<Worker>()
  const reader = new Worker(trusted ? trusted.createScriptURL('') : readerAddress())
  reader.addEventListener('message', () => resolve(reader), { once: true })
  reader.addEventListener('error', reject, { once: true })
  return promise
}

/** Starts a reader of this page's own. Null where the browser starts none in a page without origin, as WebKit. */
export const ownReader = async (): Promise<Worker | null> => inTime(start()).catch(() => null)
