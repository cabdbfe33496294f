import { listCommunities } from '#features/communities/queries.ts'
import { seedDemo } from '#features/demo/seed.ts'
import type { Installation } from '#platform/installation.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { Problem } from '#platform/problems.ts'
import type { Settings } from '#platform/settings.ts'
import { startServer } from '../server.ts'
import { runWorker } from './worker.ts'
import { print, say, withInstallation, type Command } from './command.ts'

export const run: Command = ({ settings }) =>
  withInstallation(settings, async (installation) => {
    await loadDemo(settings, installation)
    const server = await listen(settings, installation)
    const worker = await runWorker(installation, settings.mailServer)
    print(`Concentric is ready: ${server.address}`)
    await stopSignal()
    say('Stopping …')
    await server.close()
    await worker.stop()
    return 0
  })

async function loadDemo(settings: Settings, installation: Installation) {
  if (!settings.loadsDemo) return
  const communities = await unsafeAsOwner(installation.urls.concentric_owner, (tx) => tx(listCommunities()))
  if (communities.length > 0) return
  say('Loading the demo community Riverbend (set CONCENTRIC_DEMO=off to start without it) …')
  await seedDemo(installation, { students: Number(process.env.CONCENTRIC_DEMO_STUDENTS ?? 1200), notice: say })
}

async function listen(settings: Settings, installation: Installation) {
  try {
    return await startServer(installation, { port: settings.port, host: settings.host, ...siteOf(settings) })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new Problem(
      409,
      'port_taken',
      `Port ${settings.port} is taken. Set CONCENTRIC_PORT to another one and start again.`,
    )
  }
}

const siteOf = ({ publicUrl, mailServer }: Settings) => ({ publicUrl, sendsMail: mailServer !== undefined })

const stopSignal = () =>
  new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
