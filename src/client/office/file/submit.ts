import type { Desk } from '../desk/desk.ts'
import { sender } from './append.ts'
import { noting, telling } from './builds.ts'
import { type Purpose, stepFor } from './purpose.ts'

/**
 * Puts words in line to be sealed and sent. Until then they can be taken back to where they were typed; whatever has been
 * typed there meanwhile is kept below them.
 */
export const submit = (desk: Desk, address: string, purpose: Purpose, text: string): void => {
  const name = `${address}/${purpose.audience}`
  const build = purpose.audience === 'office' ? noting(desk, text) : telling(desk, stepFor(purpose, text))
  desk.drafts.write(name, '')
  desk.outbox.put({
    address,
    audience: purpose.audience,
    send: sender(desk, address, build),
    restore: () => desk.drafts.write(name, [text, desk.drafts.read(name)].filter(Boolean).join('\n\n')),
  })
}
