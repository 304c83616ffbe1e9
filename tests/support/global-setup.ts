import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../../src/build/root.ts'
import { requireBrowsers } from './find-browser.ts'

/**
 * Runs before the tests that use the service as a person does: the site must be built from the sources as they are, and
 * the browsers must be there, so that no journey is skipped.
 */
export const setup = (): void => {
  requireBrowsers()
  execFileSync(process.execPath, [join(projectRoot, 'src/build/build.ts'), '--if-needed'], { stdio: 'inherit' })
}
