import { hex } from '../../../crypto/wire/index.ts'
import type { ReporterTranslate } from '../i18n/translate.ts'
import { fillOffice } from './fill.ts'
import { fetchOffice, type Office } from './office.ts'
import { listReaders, type Readers, samePeople } from './readers.ts'
import type { Vault } from './vault.ts'

/** The office that a report goes to, and who of it would read the report. */
export interface ReportOffice {
  readonly office: Office
  readonly readers: Readers
}

/** Keeps the office of a page fresh. */
export interface OfficeKeeper {
  /** What is known so far; undefined until a directory was fetched and verified. */
  readonly known: () => ReportOffice | undefined
  /** Fetches and verifies once more. `changed` says that other people would read than were shown before. */
  readonly refresh: () => Promise<ReportOffice & { readonly changed: boolean }>
}

/**
 * Fetches the directory, fills the page from it and lists who would read. The list is made anew only when the directory
 * has changed, so that what was ticked stays ticked.
 */
export const keepOffice = (t: ReporterTranslate, vault: Vault, poster: string | null): OfficeKeeper => {
  let known: ReportOffice | undefined
  const refresh: OfficeKeeper['refresh'] = async () => {
    const before = known
    const office = await fetchOffice(poster, vault.verifyDirectory)
    if (before !== undefined && hex(before.office.directory.head) === hex(office.directory.head)) {
      known = { office, readers: before.readers }
      return { ...known, changed: false }
    }
    const reading = before?.readers.reading()
    fillOffice(office)
    known = { office, readers: listReaders(t, office) }
    return { ...known, changed: reading !== undefined && !samePeople(reading, known.readers.reading()) }
  }
  return { known: () => known, refresh }
}
