import { uploadOf } from '../../../src/client/files/upload.ts'
import { reporterFileLines } from '../../../src/client/reporter/file-lines.ts'
import { startCryptoWorker } from '../../../src/client/worker/proxy.ts'

/**
 * What a page does with a chosen file, without the page around it: its own worker, its own upload. Put into a page of the
 * site from outside; gives the milliseconds that it took.
 */
export async function sendChosen(input: HTMLInputElement): Promise<number> {
  const [blob] = input.files ?? []
  if (!blob) throw new Error('no file was chosen')
  const { call, end } = startCryptoWorker()
  const { key } = await call('generateCaseKey', { list: 'english' })
  const upload = uploadOf({ call, lines: reporterFileLines(call, key), blob })
  const begun = performance.now()
  await upload.run()
  const took = performance.now() - begun
  end()
  return took
}
