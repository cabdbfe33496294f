import { importTasks } from '#features/indicators/import-tasks.ts'
import { sweepKept } from '#features/imports/importer.ts'
import { openImportDoor } from '#platform/import-door.ts'
import type { Installation } from '#platform/installation.ts'
import { startWorker } from '#platform/jobs.ts'
import { openMail, type MailServer } from '#platform/mail.ts'

/** The background worker of one process: mail, imports that pages ask for, and those that a killed process left at work. */
export async function runWorker({ urls, dataDir }: Installation, mailServer?: MailServer) {
  const door = openImportDoor(urls.concentric_import)
  await sweepKept({ door, dataDir })
  const mail = openMail(urls.concentric_worker, mailServer)
  const tasks = { ...importTasks({ door, dataDir }), ...mail.tasks }
  const worker = await startWorker(urls, tasks, { unfinished: ['access.unfinished_imports', 'access.unsent_mail'] })
  return {
    stop: async () => {
      await worker.stop()
      await mail.close()
      await door.close()
    },
  }
}
