import { eventLog } from './event-log.ts'
import { help, readSettings } from './settings.ts'
import { start } from './start.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

const unknown = process.argv.slice(2).find((argument) => argument !== '--help')
const settings = readSettings(process.env)

if (process.argv.includes('--help')) {
  say(help)
} else if (unknown !== undefined || typeof settings === 'string') {
  process.stderr.write(`${unknown === undefined ? settings : `There is no option ${unknown}. Try --help.`}\n`)
  process.exitCode = 1
} else {
  try {
    const running = await start(settings, eventLog)
    say(`Goodfaith is at ${running.origin}`)
    if (running.foundingLink) say(`There is no office yet. Found it, once, at ${running.foundingLink}`)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => running.stop())
  } catch (error) {
    process.stderr.write(`Goodfaith did not start: ${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
