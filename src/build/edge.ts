/**
 * `npm run dev:edge [-- options of wrangler dev]`: serves the built site and the service on workerd with a local D1
 * database under .wrangler/. Makes the service's secret in .dev.vars at its first start.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './root.ts'

const SECRETS = join(projectRoot, '.dev.vars')
const WRANGLER = join(projectRoot, 'node_modules/wrangler/bin/wrangler.js')

/** Starts wrangler in this runtime, without its messages home and without questions. */
const wrangler = (...command: string[]): ChildProcess =>
  spawn(process.execPath, [WRANGLER, ...command], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', CI: 'true' },
  })

const exitOf = async (child: ChildProcess): Promise<number> => Number((await once(child, 'exit'))[0] ?? 1)

if (!existsSync(SECRETS)) {
  writeFileSync(SECRETS, `SERVICE_SECRET=${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
}

process.exitCode = await exitOf(wrangler('d1', 'migrations', 'apply', 'DB', '--local'))
if (process.exitCode === 0) {
  const server = wrangler('dev', '--local', ...process.argv.slice(2))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  process.exitCode = await exitOf(server)
}
