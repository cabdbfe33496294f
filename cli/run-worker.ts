import { importTasks } from '#features/indicators/import-tasks.ts'
import { sweepKept } from '#features/imports/importer.ts'
import { openImportDoor } from '#platform/import-door.ts'
import type { Installation } from '#platform/installation.ts'
import { startWorker } from '#platform/jobs.ts'
import { openMail } from '#platform/mail.ts'
import type { Settings } from '#platform/settings.ts'

type Work = Pick<Settings, 'mailServer' | 'watchDir' | 'watchMinutes'>

/** The background worker of one process: mail, imports that pages ask for or folders bring, and those that a killed process left at work. */
export async function runWorker({ urls, dataDir }: Installation, settings: Partial<Work> = {}) {
  const { mailServer, watchDir, watchMinutes = 5 } = settings
  const door = openImportDoor(urls.concentric_import)
  await sweepKept({ door, dataDir })
  const mail = openMail(urls.concentric_worker, mailServer)
  const tasks = { ...importTasks({ door, dataDir, watchDir }), ...mail.tasks }
  const worker = await startWorker(urls, tasks, {
    unfinished: ['access.unfinished_imports', 'access.unsent_mail'],
    ...(watchDir && { crontab: `*/${watchMinutes} * * * * watch_folders ?max=1` }),
  })
  return {
    stop: async () => {
      await worker.stop()
      await mail.close()
      await door.close()
    },
  }
}
