/**
 * `npm run dev:edge [-- options of wrangler dev]`: serves the built site and the service on workerd with a local D1
 * database under .wrangler/. Makes the service's secret in .dev.vars at its first start. A worker starts with its first
 * request, so one is made at once: it prints the founding link while there is no office.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { projectRoot } from './root.ts'

const SECRETS = join(projectRoot, '.dev.vars')
const WRANGLER = join(projectRoot, 'node_modules/wrangler/bin/wrangler.js')

/** Starts wrangler in this runtime, without its messages home and without questions. */
const wrangler = (...command: string[]): ChildProcess =>
  spawn(process.execPath, [WRANGLER, ...command], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_HIDE_BANNER: 'true',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      CI: 'true',
    },
  })

/** Asks once the service answers; gives up quietly when it has ended. */
const wake = async (server: ChildProcess, port: string): Promise<void> => {
  while (server.exitCode === null) {
    await setTimeout(300)
    const answer = await fetch(`http://localhost:${port}/api/office`).catch(() => null)
    if (answer) return
  }
}

const exitOf = async (child: ChildProcess): Promise<number> => Number((await once(child, 'exit'))[0] ?? 1)

if (!existsSync(SECRETS)) {
  writeFileSync(SECRETS, `SERVICE_SECRET=${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
}

process.exitCode = await exitOf(wrangler('d1', 'migrations', 'apply', 'DB', '--local'))
if (process.exitCode === 0) {
  const server = wrangler('dev', '--local', ...process.argv.slice(2))
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8787' } }, strict: false })
  wake(server, String(values.port))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  process.exitCode = await exitOf(server)
}
