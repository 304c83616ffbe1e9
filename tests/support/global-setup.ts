import { requireBrowsers } from './find-browser.ts'

/** Runs once before all tests: the browsers of the journeys must be there, so that none of them is skipped. */
export const setup = (): void => requireBrowsers()
