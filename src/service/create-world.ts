import { officeKeeper } from './current-office.ts'
import type { World } from './world.ts'

/** Puts together what every act is given; the directory is folded once and kept. */
export const createWorld = (parts: Omit<World, 'office'>): World => ({
  ...parts,
  office: officeKeeper(parts.store, parts.clock),
})
