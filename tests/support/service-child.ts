/** The service in a process of its own, which can be killed: settings from the environment, its clock stands at `NOW`. */
import { readSettings } from '../../src/runtime/node/settings.ts'
import { start } from '../../src/runtime/node/start.ts'

const settings = readSettings(process.env)
if (typeof settings === 'string') throw new Error(settings)
await start(settings, { request: () => undefined, fault: console.error }, () => Number(process.env.NOW))
