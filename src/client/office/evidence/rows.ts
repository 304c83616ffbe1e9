import { safeFileName } from '../../../domain/file-name.ts'
import type { NamedEvidence } from '../../files/named.ts'
import type { FileEntry, OpenedFile } from '../vault/types.ts'

/** A file of a case with the entry that brought it. */
export interface EvidenceRow {
  readonly entry: FileEntry
  readonly evidence: NamedEvidence
  /** Safe to be shown and saved, and unlike the name of any other file of the case. */
  readonly name: string
}

/** The files of a case in the order in which they came; what a void entry brings is none of its files. */
export const evidenceRows = (file: OpenedFile, voids: ReadonlyMap<string, string>): readonly EvidenceRow[] => {
  const names = new Set<string>()
  return file.entries
    .filter(({ hash }) => !voids.has(hash))
    .flatMap((entry) =>
      entry.files.map((evidence) => {
        const name = unlike(names, safeFileName(evidence.name))
        names.add(name)
        return { entry, evidence, name }
      }),
    )
}

/** A name that is taken gets a number before its ending. */
const unlike = (names: ReadonlySet<string>, name: string): string => {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/su.exec(name) ?? []
  for (let number = 1, tried = name; ; number += 1, tried = `${stem} (${number})${ending}`)
    if (!names.has(tried)) return tried
}

/** Where a file stands on the page, so that something else can lead to it. */
export const placeOf = ({ hash }: NamedEvidence): string => `file-${hash}`

/** The short form of a file's hash, 12 digits in groups of four, as it stands on the reporter's slip. */
export const shortHash = (hash: string): string => {
  const bytes = atob(hash.slice(0, 8).replaceAll('-', '+').replaceAll('_', '/'))
  return [...bytes]
    .map((sign) => sign.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
    .replaceAll(/(.{4})(?=.)/g, '$1 ')
}
