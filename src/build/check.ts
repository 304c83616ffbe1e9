/**
 * `npm run check`: types of every room, format and lint, the rooms' rules, unused code, and drift of openapi.json and of the lists of files.
 * Runs all of them and says at the end which ones failed.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { projectRoot } from './root.ts'

/** Every TypeScript project of the tree: one a room. */
const roomProjects = (): string[] =>
  ['crypto', 'db', 'src', 'tests'].flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /(^|[\\/])tsconfig(\.\w+)?\.json$/.test(path))
      .map((path) => join(folder, path))
      .toSorted(),
  )

const CHECKS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  types: roomProjects().map((project) => ['tsc', '--project', project]),
  'lint and format': [['biome', 'check', '--error-on-warnings']],
  rooms: [['vitest', 'run', '--project', 'unit', '--reporter', 'dot', 'tests/architecture.test.ts']],
  'unused code': [['knip']],
  'lists of files': [['node', 'src/build/lists.ts', '--check']],
  openapi: [['node', 'src/build/openapi.ts', '--check']],
}

const TOOLS = join(projectRoot, 'node_modules/.bin')

/** Runs a tool of the project with the project's own runtime. */
const run = async (command: readonly string[]): Promise<boolean> => {
  const [tool = '', ...args] = command
  const path = [TOOLS, dirname(process.execPath), process.env.PATH].join(delimiter)
  const child = spawn(tool, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  })
  const [code] = await once(child, 'exit')
  return code === 0
}

const failed: string[] = []
for (const [name, commands] of Object.entries(CHECKS)) {
  let passed = true
  for (const command of commands) passed = (await run(command)) && passed
  console.log(`${passed ? 'ok     ' : 'FAILED '} ${name}`)
  if (!passed) failed.push(name)
}
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}.`)
  process.exitCode = 1
}
