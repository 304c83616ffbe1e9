import type { Credentials } from '../../../contract/office.ts'
import type { Desk } from './desk.ts'

/** One's own passkeys and kit, and colleagues' passkeys that wait for approval. */
export type Own = Credentials

/** Reads them again, after signing in and after each change. */
export const readOwn = async (desk: Desk): Promise<void> => desk.own.set(await desk.call('listCredentials'))
