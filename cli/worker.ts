import { importTasks } from '#features/indicators/import-tasks.ts'
import { sweepKept } from '#features/imports/importer.ts'
import { openImportDoor } from '#platform/import-door.ts'
import type { Installation } from '#platform/installation.ts'
import { startWorker } from '#platform/jobs.ts'

/** The background worker of one process: imports that pages ask for, and those that a killed process left at work. */
export async function runWorker({ urls, dataDir }: Installation) {
  const door = openImportDoor(urls.concentric_import)
  await sweepKept({ door, dataDir })
  const worker = await startWorker(urls, importTasks({ door, dataDir }), { unfinished: 'access.unfinished_imports' })
  return {
    stop: async () => {
      await worker.stop()
      await door.close()
    },
  }
}
