/** `npm run openapi [-- --check]`: writes openapi.json from the contract, or fails if it says something else. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openApi } from './openapi-document.ts'
import { projectRoot } from './root.ts'

const file = join(projectRoot, 'openapi.json')
const text = `${JSON.stringify(openApi(), null, 2)}\n`

if (process.argv.includes('--check')) {
  const written = await readFile(file, 'utf8').catch(() => '')
  if (written !== text) {
    console.error('openapi.json is not what the contract says. Run: npm run openapi')
    process.exitCode = 1
  }
} else {
  await writeFile(file, text)
}
