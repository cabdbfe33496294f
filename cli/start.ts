import { listCommunities } from '#features/communities/queries.ts'
import { seedDemo } from '#features/demo/seed.ts'
import type { Installation } from '#platform/installation.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { Problem } from '#platform/problems.ts'
import { prepareQueue } from '#platform/jobs.ts'
import { openLog, type Log } from '#platform/log.ts'
import type { Settings } from '#platform/settings.ts'
import { startServer } from '../server.ts'
import { runWorker } from './run-worker.ts'
import { print, say, stopSignal, type Command } from './command.ts'
import { withInstallation } from './desk.ts'

export const run: Command = ({ settings }) =>
  withInstallation(settings, async (installation) => {
    await loadDemo(settings, installation)
    const log = openLog(settings.log)
    await prepareQueue(installation.urls)
    const server = await listen(settings, installation, log)
    const worker = settings.works ? await runWorker(installation, settings) : undefined
    print(`Concentric is ready: ${server.address}`)
    await stopSignal()
    say('Stopping …')
    await server.close()
    await worker?.stop()
    await log.close()
    return 0
  })

async function loadDemo(settings: Settings, installation: Installation) {
  if (!settings.loadsDemo) return
  const communities = await unsafeAsOwner(installation.urls.concentric_owner, (tx) => tx(listCommunities()))
  if (communities.length > 0) return
  say('Loading the demo community Riverbend (set CONCENTRIC_DEMO=off to start without it) …')
  await seedDemo(installation, { students: Number(process.env.CONCENTRIC_DEMO_STUDENTS ?? 1200), notice: say })
}

async function listen(settings: Settings, installation: Installation, log: Log) {
  try {
    const { port, host, trustProxy } = settings
    const isWatching = Boolean(settings.watchDir)
    return await startServer(installation, { port, host, trustProxy, isWatching, log: log.write, ...siteOf(settings) })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new Problem(
      409,
      'port_taken',
      `Port ${settings.port} is taken. Set CONCENTRIC_PORT to another one and start again.`,
    )
  }
}

const siteOf = ({ publicUrl, mailServer, secret, providers = [] }: Settings) => ({
  publicUrl,
  sendsMail: mailServer !== undefined,
  secret,
  providers,
})
