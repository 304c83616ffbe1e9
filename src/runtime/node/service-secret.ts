import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bytes } from '../../service/ports.ts'

/**
 * The service's secret: from the settings, else from the data folder, where the first start puts one that only this
 * user can read. Without it, receipts cannot be signed nor identities opened: keep a copy apart from the database's.
 */
export function serviceSecret(dataDir: string, given: string | null): Bytes {
  const file = join(dataDir, 'service-secret')
  if (given === null && !existsSync(file)) {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  }
  const text = given ?? readFileSync(file, 'utf8').trim()
  const bytes = new Uint8Array(Buffer.from(text, 'base64url'))
  if (bytes.length !== 32) throw new Error(`The service secret in ${file} is damaged: it is not 32 bytes in base64url`)
  return bytes
}
