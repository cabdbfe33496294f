import type { Installation } from '#platform/installation.ts'
import { prepareQueue } from '#platform/jobs.ts'
import { runWorker } from '../cli/run-worker.ts'
import { startServer } from '../server.ts'

export type Served = { address: string } | { megabytes: number }

// A server like that of `concentric start`, alone in its process: pages, API and the work on imports, with the limits that everyone gets.
process.once('message', async (installation: Installation) => {
  await prepareQueue(installation.urls)
  const server = await startServer(installation, { host: '127.0.0.1', port: 0 })
  const worker = await runWorker(installation)
  process.send!({ address: server.address } satisfies Served)
  process.once('message', async () => {
    process.send!({ megabytes: Math.round(process.resourceUsage().maxRSS / 1000) } satisfies Served)
    await server.close()
    await worker.stop()
    process.disconnect()
  })
})
