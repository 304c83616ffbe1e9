import { fileFields } from '../../../domain/files.ts'
import type { NamedEvidence } from '../../files/named.ts'
import type { Build } from '../file/append.ts'

/** The same addition to a case with these files, which are with the service already. */
export const withFiles =
  (build: Build, files: readonly NamedEvidence[]): Build =>
  (file, day) => {
    const act = build(file, day)
    return files.length === 0 ? act : { ...act, body: { ...act.body, ...fileFields(files) }, files }
  }
