/** Prints `N passed, N failed` from the JSON report of the tests, and fails unless all passed. */
import { readFileSync } from 'node:fs'

interface Report {
  readonly success: boolean
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[]
}

/** A report that cannot be read counts as one failure: the tests did not come to their end. */
const read = (path: string): Report => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return { success: false, numPassedTests: 0, numFailedTests: 1, testResults: [] }
  }
}

const report = read(process.argv[2] ?? '')

/** Files that failed outside of any test, such as one that could not be loaded. */
const brokenFiles = report.testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
).length

const failed = report.numFailedTests + brokenFiles
process.exitCode = report.success && failed === 0 && report.numPassedTests > 0 ? 0 : 1
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed\n`)
