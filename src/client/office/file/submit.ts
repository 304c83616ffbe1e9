import type { NamedEvidence } from '../../files/named.ts'
import type { Desk } from '../desk/desk.ts'
import { filesBesides, withFiles } from '../evidence/attached.ts'
import { sender } from './append.ts'
import { noting, telling } from './builds.ts'
import { type Purpose, stepFor } from './purpose.ts'

interface Written {
  readonly purpose: Purpose
  readonly text: string
  /** Has the office pass on what is for the reporter. */
  readonly asks: boolean
  /** Files that are with the service already. */
  readonly files: readonly NamedEvidence[]
}

/**
 * Puts words in line to be sealed and sent. Until then they can be taken back to where they were typed; whatever has been
 * typed there meanwhile is kept below them, and their files are not sent twice. Who only `asks` has the office pass on what is for the reporter.
 */
export const submit = (desk: Desk, address: string, { purpose, text, asks, files }: Written): void => {
  const name = `${address}/${purpose.audience}`
  const spoken = purpose.audience === 'office' ? noting(desk, text) : telling(desk, stepFor(purpose, text))
  const build = asks && purpose.audience === 'reporter' ? noting(desk, text, 'reporter') : spoken
  desk.drafts.write(name, { text: '', files: filesBesides(desk.drafts.read(name), files) })
  desk.outbox.put({
    address,
    audience: purpose.audience,
    send: sender(desk, address, withFiles(build, files)),
    restore: () => {
      const meanwhile = desk.drafts.read(name)
      desk.drafts.write(name, {
        text: [text, meanwhile.text].filter(Boolean).join('\n\n'),
        files: [...files, ...meanwhile.files],
      })
    },
  })
}
