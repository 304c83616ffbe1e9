import { uploadOf } from '../../../src/client/files/upload.ts'
import { reporterFileLines } from '../../../src/client/reporter/file-lines.ts'
import { type CryptoWorker, startCryptoWorker } from '../../../src/client/worker/proxy.ts'

let started: CryptoWorker | undefined

/** Has the page at rest as it is when somebody sends a file: their words are sealed, so its worker runs. */
export async function prepare(): Promise<void> {
  started = startCryptoWorker()
  await started.call('generateCaseKey', { list: 'english' })
}

/**
 * What a page does with a chosen file, without the page around it: its own worker, its own upload. Put into a page of the
 * site from outside; gives the milliseconds that it took.
 */
export async function sendChosen(input: HTMLInputElement): Promise<number> {
  const [blob] = input.files ?? []
  if (!blob || !started) throw new Error('nothing is prepared')
  const { call, end } = started
  const { key } = await call('generateCaseKey', { list: 'english' })
  const upload = uploadOf({ call, lines: reporterFileLines(call, key), blob })
  const begun = performance.now()
  await upload.run()
  const took = performance.now() - begun
  end()
  return took
}

const MiB = 1024 * 1024

/** The least that any page has to do for so many MiB: sends the same bytes again and again, read and sealed by nobody. */
export async function sendBare(parts: number): Promise<number> {
  const body = new Uint8Array(MiB)
  let left = parts
  const lane = async () => {
    while (left-- > 0) await (await fetch('/', { method: 'PUT', body })).arrayBuffer()
  }
  const begun = performance.now()
  await Promise.all([lane(), lane(), lane()])
  return performance.now() - begun
}
