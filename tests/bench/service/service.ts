import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The service, running beside the benchmark. */
export interface Service {
  readonly origin: string
  readonly foundingToken: string
  /** Processor time that its process has used so far, in milliseconds, all threads and the kernel's part included. */
  cpu(): Promise<number>
  stop(): Promise<void>
}

/** Starts the service over an empty data folder, which goes with it. */
export const startService = (): Promise<Service> => startChild('child.ts')

/** Starts the least that could stand in the service's place, which only takes reports. */
export const startBareService = (): Promise<Service> => startChild('bare-child.ts')

async function startChild(script: string): Promise<Service> {
  const dataDir = mkdtempSync(join(tmpdir(), 'goodfaith-bench-'))
  const child = fork(join(import.meta.dirname, script), {
    // What it would log goes where a quiet installation would send it.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // A profile of the service, if the benchmark itself is asked for one: `node --cpu-prof tests/bench/main.ts`.
    execArgv: process.execArgv,
    env: { ...process.env, DATA_DIR: dataDir },
  })
  const { origin, foundingLink } = await answer<{ origin: string; foundingLink: string | null }>(child)
  return {
    origin,
    foundingToken: foundingLink?.split('=').at(-1) ?? '',
    cpu: async () => {
      child.send('cpu')
      const { cpu } = await answer<{ cpu: NodeJS.CpuUsage }>(child)
      return (cpu.user + cpu.system) / 1000
    },
    stop: async () => {
      child.disconnect()
      await once(child, 'exit')
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** The next thing that the process says; an error if it ends before. */
async function answer<Answer>(child: ChildProcess): Promise<Answer> {
  const waiting = new AbortController()
  const ended = once(child, 'exit', waiting).then(() => Promise.reject(new Error('The service has ended')))
  try {
    const [message] = await Promise.race([once(child, 'message', waiting), ended])
    return message as Answer
  } finally {
    ended.catch(() => undefined)
    waiting.abort()
  }
}
