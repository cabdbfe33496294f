import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const seconds = 1000
const everyPage = 'test/e2e/every-page.spec.ts'

/** Journeys share one town, so they are walked in the order of their names, every time. */
class ByName extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return [...files].sort((a, b) => a.moduleId.localeCompare(b.moduleId))
  }
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: ByName },
    projects: [
      {
        test: {
          name: 'db',
          include: ['{features,platform,web,cli,test}/**/*.test.{ts,tsx}'],
          globalSetup: 'test/cluster.ts',
          pool: 'forks',
          isolate: false,
          testTimeout: 120 * seconds,
          hookTimeout: 180 * seconds,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.spec.ts'],
          exclude: [everyPage],
          globalSetup: 'test/e2e/setup.ts',
          setupFiles: 'test/e2e/after-each-file.ts',
          pool: 'forks',
          fileParallelism: false,
          isolate: false,
          testTimeout: 240 * seconds,
          hookTimeout: 180 * seconds,
        },
      },
      {
        test: {
          name: 'pages',
          include: [everyPage],
          globalSetup: 'test/e2e/setup.ts',
          setupFiles: 'test/e2e/after-each-file.ts',
          pool: 'forks',
          maxConcurrency: 2,
          hookTimeout: 180 * seconds,
        },
      },
    ],
  },
})
