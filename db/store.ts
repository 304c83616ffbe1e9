import type { Store } from '../src/service/ports.ts'
import { caseStore } from './cases.ts'
import { checkpointStore } from './checkpoints.ts'
import type { Database } from './database.ts'
import { deliveryStore } from './delivery.ts'
import { directoryStore } from './directory.ts'
import { fileStore } from './files.ts'
import { outboxStore } from './outbox.ts'
import { peopleStore } from './people.ts'
import { sessionStore } from './sessions.ts'
import { visitStore } from './visits.ts'

/** Everything that is kept, over one database. */
export function createStore(database: Database): Store {
  return {
    cases: caseStore(database),
    checkpoints: checkpointStore(database),
    delivery: deliveryStore(database),
    directory: directoryStore(database),
    files: fileStore(database),
    outbox: outboxStore(database),
    people: peopleStore(database),
    sessions: sessionStore(database),
    visits: visitStore(database),
  }
}
