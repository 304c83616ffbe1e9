import type { PeopleStore } from '../src/service/ports.ts'
import { credentialStore } from './credentials.ts'
import type { Database } from './database.ts'
import { joiningStore } from './joining.ts'

/** Who may come in, who waits, and what they sign in with. */
export const peopleStore = (database: Database): PeopleStore => ({
  ...joiningStore(database),
  ...credentialStore(database),
})
