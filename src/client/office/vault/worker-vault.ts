import { downloadOf } from '../../files/download.ts'
import { bytesOf } from '../../files/named.ts'
import { uploadOf } from '../../files/upload.ts'
import type { Language } from '../../i18n/languages.ts'
import { type ConsoleCalls, startCryptoWorker } from '../../worker/proxy.ts'
import { caseCalls } from './case-calls.ts'
import { directoryCalls } from './directory-calls.ts'
import { keyCalls } from './key-calls.ts'
import { letterCalls } from './letter-calls.ts'
import type { Vault } from './vault.ts'

/** The vault of this page: its crypto worker, spoken to in the console's own terms. */
export const workerVault = (language: Language): Vault => {
  const worker = startCryptoWorker<ConsoleCalls>()
  const list = language.keyWords
  const cases = caseCalls(worker, list)
  return {
    ...keyCalls(worker, list),
    ...directoryCalls(worker, list),
    ...cases.calls,
    ...letterCalls(worker),
    upload: (lines, blob, tell) => uploadOf({ call: worker.call, lines, blob, tell }),
    download: (lines, file, tell, signal) =>
      downloadOf({ call: worker.call, lines, file: bytesOf(file), tell, signal }),
    forget() {
      worker.forget()
      cases.forget()
    },
  }
}
