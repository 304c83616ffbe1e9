import { officeKeeper } from './current-office.ts'
import { blobNames } from './files/blob-names.ts'
import type { World } from './world.ts'

/** Puts together what every act is given; the directory is folded once and kept, and names of blobs are announced ahead. */
export const createWorld = (parts: Omit<World, 'office' | 'blobName'>): World => ({
  ...parts,
  office: officeKeeper(parts.store, parts.clock),
  blobName: blobNames(parts.store, parts.random),
})
