import { defineConfig } from 'vitest/config'

/**
 * Files that run on the same thread share what they import, which takes longer to load than many of them run: no module
 * here keeps anything of a test.
 */
const shared = { isolate: false }

/** Tests of the running service, some in browsers: two files at a time, with time to spare for a slow machine. */
const served = {
  ...shared,
  globalSetup: 'tests/support/global-setup.ts',
  maxWorkers: 2,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{build,http,journeys,promises,support}/**'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: { name: 'http', include: ['tests/{build,http}/**/*.test.ts'], ...served, sequence: { groupOrder: 1 } },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/{journeys,promises,support}/**/*.test.ts'],
          ...served,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
