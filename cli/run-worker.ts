import { openDailyMail } from '#features/caseload/notices/daily-mail.ts'
import { importTasks } from '#features/indicators/import-tasks.ts'
import { sweepKept } from '#features/imports/importer.ts'
import { openReferralClock } from '#features/referrals/clock.ts'
import { openSweep } from '#features/people/sweeping/sweep.ts'
import { openImportDoor } from '#platform/import-door.ts'
import type { Installation } from '#platform/installation.ts'
import { startWorker } from '#platform/jobs.ts'
import { openMail } from '#platform/mail.ts'
import type { Settings } from '#platform/settings.ts'

type Work = Pick<Settings, 'mailServer' | 'publicUrl' | 'watchDir' | 'watchMinutes' | 'mailDays' | 'signInDays'>

/** The background worker of one process: mail, imports that pages ask for or folders bring, and those that a killed process left at work. */
export async function runWorker({ urls, dataDir }: Installation, settings: Partial<Work> = {}) {
  const { mailServer, publicUrl, watchDir, watchMinutes = 5, mailDays = 30, signInDays = 400 } = settings
  const door = openImportDoor(urls.concentric_import)
  await sweepKept({ door, dataDir })
  const mail = openMail(urls.concentric_worker, mailServer)
  const daily = openDailyMail(urls.concentric_worker, publicUrl)
  const nightly = openSweep(urls.concentric_worker, { mailDays, signInDays })
  const clock = openReferralClock(urls.concentric_worker)
  const own = { ...mail.tasks, ...daily.tasks, ...nightly.tasks, ...clock.tasks }
  const tasks = { ...importTasks({ door, dataDir, watchDir }), ...own }
  const worker = await startWorker(urls, tasks, {
    unfinished: ['access.unfinished_imports', 'access.unsent_mail'],
    crontab: [
      ...(watchDir ? [`*/${watchMinutes} * * * * watch_folders ?max=1`] : []),
      // At night in most of the Americas; nobody waits for it.
      '40 8 * * * sweep ?max=1',
      '20 9 * * * expire_referrals ?max=1',
      // Each community has its own morning; without a mail server nobody would ever read what is queued.
      ...(mailServer ? ['*/15 * * * * daily_mail ?max=1'] : []),
    ].join('\n'),
  })
  return {
    stop: async () => {
      await worker.stop()
      await mail.close()
      await daily.close()
      await nightly.close()
      await clock.close()
      await door.close()
    },
  }
}
