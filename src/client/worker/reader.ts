import { readerAddress } from './address.ts'

/** A thread that reads a PDF for another page. */
export interface LentReader {
  /** The one line to it. */
  readonly line: MessagePort
  end(): void
}

/**
 * Starts a thread that reads a PDF for a page which can start none. It computes and reaches nothing: the policy that it
 * is served with allows no connection and no further script, and it takes all else from itself before it begins. What it
 * says goes to the holder of the line alone.
 * @param failed is called if it does not start or breaks
 */
export const lendReader = (failed: () => void): LentReader => {
  const thread = new Worker(readerAddress())
  const { port1: far, port2: line } = new MessageChannel()
  thread.addEventListener('error', failed)
  thread.postMessage(null, [far])
  return { line, end: () => thread.terminate() }
}
