import { fileFields } from '../../../domain/files.ts'
import type { NamedEvidence } from '../../files/named.ts'
import type { Draft } from '../desk/drafts.ts'
import type { Build } from '../file/append.ts'

/** The same addition to a case with these files, which are with the service already. */
export const withFiles =
  (build: Build, files: readonly NamedEvidence[]): Build =>
  (file, day) => {
    const act = build(file, day)
    return files.length === 0 ? act : { ...act, body: { ...act.body, ...fileFields(files) }, files }
  }

/** The files of a draft without these, which go. What came back to it while they were being sent stays. */
export const filesBesides = ({ files }: Draft, going: readonly NamedEvidence[]): readonly NamedEvidence[] =>
  files.filter((file) => !going.includes(file))
