import { defineConfig } from 'vitest/config'

/** Tests that start servers or browsers: one file at a time, with time to spare for a slow machine. */
const patient = { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }

export default defineConfig({
  test: {
    globalSetup: 'tests/support/global-setup.ts',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{http,journeys,promises,support}/**'],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'http', include: ['tests/http/**/*.test.ts'], ...patient, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/{journeys,promises,support}/**/*.test.ts'],
          ...patient,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
