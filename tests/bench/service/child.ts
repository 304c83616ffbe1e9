/**
 * The service in a process of its own, as `npm start` runs it. Beside that it tells its parent, and nobody else, where
 * it is and how much processor time it has used.
 */
import { eventLog } from '../../../src/runtime/node/event-log.ts'
import type { Settings } from '../../../src/runtime/node/settings.ts'
import { start } from '../../../src/runtime/node/start.ts'

const settings: Settings = {
  port: 0,
  host: 'localhost',
  dataDir: process.env.DATA_DIR ?? '',
  origin: null,
  serviceSecret: null,
  onion: null,
  mail: null,
}
const running = await start(settings, eventLog)

process.on('message', (message) => {
  if (message === 'cpu') process.send?.({ cpu: process.cpuUsage() })
})
process.once('disconnect', () => running.stop())
process.send?.({ origin: running.origin, foundingLink: running.foundingLink })
