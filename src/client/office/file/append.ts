import type { Batch } from '../../../contract/entries.ts'
import type { Day } from '../../../domain/days.ts'
import type { Desk } from '../desk/desk.ts'
import { readOffice } from '../desk/refresh.ts'
import { CallError, lineLost } from '../net/call.ts'
import { readEntries } from '../net/cases.ts'
import { PageProblem } from '../problem.ts'
import type { OpenedFile } from '../vault/types.ts'
import type { CaseAct } from '../vault/vault.ts'

/** How often something is sealed again because somebody else wrote first. */
const TRIES = 6

/** How often a case is read anew because another reading of it was faster. */
const READINGS = 3

/** Answers after which sealing again on what is there now can succeed. */
const moved: ReadonlySet<string> = new Set([
  'case.head_moved',
  'directory.head_moved',
  'entry.wrong_day',
  'rule.readers_out_of_date',
])

/** Turns the case as it is now into what to add to it. It runs again at every try. */
export type Build = (file: OpenedFile, day: Day) => CaseAct

/**
 * Makes a sender of one addition to a case. A second writer on the same head is refused (PROTOCOL 6.10): the sender then
 * opens the case as it is now and seals again. If the connection breaks while sending, the same bytes are kept, so that
 * calling it again neither loses nor doubles anything.
 */
export const sender = (desk: Desk, address: string, build: Build): (() => Promise<void>) => {
  let sealed: Batch | null = null
  const attempt = async (): Promise<void> => {
    sealed ??= await sealNow(desk, address, build)
    await desk.call('appendAsOfficer', { path: { case: address }, body: sealed })
  }
  return async () => {
    for (let left = TRIES; left > 0; left -= 1) {
      try {
        await attempt()
        desk.added.set(desk.added.value + 1)
        return
      } catch (cause) {
        if (lineLost(cause)) throw cause
        sealed = null
        if (left === 1 || !(cause instanceof CallError) || !moved.has(cause.code)) throw cause
        await readOffice(desk)
      }
    }
  }
}

const sealNow = async (desk: Desk, address: string, build: Build): Promise<Batch> => {
  const day = desk.office.value?.day
  if (day === undefined) throw new PageProblem('case.cannot_seal')
  const file = await openFile(desk, address)
  return desk.vault.seal(address, build(file, day), day)
}

/**
 * Reads, verifies and opens a case. An entry may name a head of the directory that is younger than the one this page
 * knows: then the directory is read again before anything is called broken. And a reading that another one overtook lacks
 * what that one saw, as if the service had gone back: only one that begins after it tells whether that is so.
 */
export const openFile = async (desk: Desk, address: string, left = READINGS): Promise<OpenedFile> => {
  const entries = await readEntries(desk.call, address)
  const me = desk.me.value?.id ?? ''
  const file = await desk.vault.openFile(address, entries, me)
  if (file.broken?.rule === 'chain.rolled_back' && left > 1) return openFile(desk, address, left - 1)
  if (file.broken?.rule !== 'chain.unknown_directory') return file
  await readOffice(desk)
  return desk.vault.openFile(address, entries, me)
}
