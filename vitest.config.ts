import { defineConfig } from 'vitest/config'

const seconds = 1000

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'db',
          include: ['{features,platform,web,cli,test}/**/*.test.{ts,tsx}'],
          globalSetup: 'test/cluster.ts',
          pool: 'forks',
          testTimeout: 30 * seconds,
          hookTimeout: 60 * seconds,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.spec.ts'],
          globalSetup: 'test/e2e/setup.ts',
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120 * seconds,
          hookTimeout: 180 * seconds,
        },
      },
    ],
  },
})
