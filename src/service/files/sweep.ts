import type { CurrentOffice } from '../current-office.ts'
import type { World } from '../world.ts'

/** How many whole days an upload is kept that no case has taken over (PROTOCOL 14.6). */
const daysKept = 3

/** The same for one of which no part has come: whoever begins one just before midnight has the next day. */
const daysKeptEmpty = 1

/** How many blobs are deleted at once, and how often in one run. */
const together = 90
const roundsARun = 20

/**
 * Forgets uploads that nobody finished, and deletes blobs that no part names: first the row says so, then the blob goes,
 * then the row. Announced blobs are left alone for a day, in which their part may still come.
 */
export async function sweepFiles({ store, blobs }: World, { today }: CurrentOffice): Promise<void> {
  await store.files.dropBefore(today - daysKept)
  await store.files.dropEmptyBefore(today - daysKeptEmpty)
  for (let round = 0; round < roundsARun; round += 1) {
    const loose = await store.files.looseBlobs(today - 1, together)
    if (loose.length === 0) return
    await blobs.remove(loose)
    await store.files.forgetLoose(loose)
  }
}
