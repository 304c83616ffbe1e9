import { foldDirectory } from '../../../crypto/wire/index.ts'
import { startCryptoWorker } from '../worker/proxy.ts'
import type { VerifyDirectory } from './office.ts'

/**
 * Verifies a directory on a page that needs no keys: by the browser's own cryptography, which costs no download, and by
 * the crypto worker in browsers that do not know Ed25519 yet.
 */
export const verifyInPage: VerifyDirectory = async (statements) => {
  if (await knowsEd25519()) return foldDirectory(statements)
  const worker = startCryptoWorker()
  try {
    return await worker.call('loadDirectory', { statements, marks: [] })
  } finally {
    worker.end()
  }
}

const knowsEd25519 = (): Promise<boolean> =>
  crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']).then(
    () => true,
    () => false,
  )
