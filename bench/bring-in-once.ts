import { bringIn } from '#features/indicators/bring-in.ts'
import { connect } from '#platform/database.ts'

/** What the measurement hands to the process that imports, and what it answers. */
export type Order = {
  urls: Parameters<typeof bringIn>[0]['installation']['urls']
  dataDir: string
  session: { tokenHash: string; hat: string }
  file: string
  answers: Record<string, string>
}
export type Answer = { isReady: true } | { milliseconds: number }

// A process of its own, so that its memory is that of an import and of nothing else. It says when it is idle, and waits for the word.
process.once('message', async (order: Order) => {
  const { urls, dataDir, file, answers } = order
  const session = { ...order.session, tokenHash: Buffer.from(order.session.tokenHash, 'hex') }
  const database = connect(urls.concentric_app, { connections: 2 })
  await database.as(session, null, async () => {})
  process.send!({ isReady: true })
  await new Promise((resolve) => process.once('message', resolve))
  const from = performance.now()
  await bringIn(
    { installation: { urls, dataDir }, database, session },
    { paths: [file], sourceName: 'Bench', apply: true, answers },
  )
  const milliseconds = performance.now() - from
  await database.close()
  process.send!({ milliseconds }, () => process.disconnect())
})
