import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailServer, type TestMailServer } from '../test/mail-server.ts'
import { openSmallTown, type SmallTown } from '../test/small-town.ts'
import { sql } from './database.ts'
import { startWorker } from './jobs.ts'
import { openMail, type MailServer } from './mail.ts'

let town: SmallTown
let server: TestMailServer
let running: { stop: () => Promise<void> } | undefined
beforeAll(async () => {
  town = await openSmallTown()
  server = await openMailServer({
    refuse: (to, tries) => (to.startsWith('busy') && tries === 1 ? 451 : to.startsWith('gone') ? 550 : undefined),
  })
})
afterAll(async () => {
  await running?.stop()
  await server.close()
  await town.db.close()
})

async function work(settings: MailServer | undefined = server.settings) {
  const mail = openMail(town.db.urls.concentric_worker, settings)
  const worker = await startWorker(town.db.urls, mail.tasks, { unfinished: ['access.unsent_mail'] })
  running = {
    stop: async () => {
      running = undefined
      await worker.stop()
      await mail.close()
    },
  }
  return running
}
const queue = async (to: string, lasts = '1 hour') =>
  (
    await town.db.owner.query<{ id: string }>(
      "select access.queue_mail($1, 'es', 'Buenos días', 'Señora, aquí está su enlace.', lasts := $2::interval) as id",
      [to, lasts],
    )
  ).rows[0]!.id
const rowOf = async (id: string) =>
  (await town.db.owner.query('select * from platform.outbox where id = $1', [id])).rows[0]
/** Resolves when no job is left to do now: every task before it has ended. */
async function settled(id: string) {
  for (;;) {
    const row = await rowOf(id)
    if (row.sent_at || row.given_up_at) return row
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('without a mail server a mail waits, and goes out once one is there', async () => {
  const id = await queue('first@town.example')
  const without = openMail(town.db.urls.concentric_worker, undefined)
  await without.tasks.send_mail!(id)
  await without.close()
  expect(await rowOf(id)).toMatchObject({ sent_at: null, attempts: 0, body: 'Señora, aquí está su enlace.' })
  await work()
  const mail = await server.mailTo('first@town.example')
  expect(mail.text.trim()).toBe('Señora, aquí está su enlace.')
  expect(mail.headers).toMatchObject({
    from: 'Concentric <concentric@town.example>',
    'content-language': 'es',
    'message-id': `<${id}@town.example>`,
  })
})

test('a mail that was sent keeps nothing of what it said', async () => {
  const row = await settled(await queue('second@town.example'))
  expect(row).toMatchObject({ body: '', html: null, problem: null, attempts: 1 })
})

test('a mail is not sent twice, whoever asks again', async () => {
  const id = await queue('once@town.example')
  await settled(id)
  const another = openMail(town.db.urls.concentric_worker, server.settings)
  await Promise.all([another.tasks.send_mail!(id), another.tasks.send_mail!(id)])
  await another.close()
  expect(server.arrived.filter(({ to }) => to.includes('once@town.example'))).toHaveLength(1)
})

test('killed after the server took it, it goes out again under the same Message-ID, for the reader to fold', async () => {
  const id = await queue('killed@town.example')
  await settled(id)
  await town.db.owner.query("update platform.outbox set sent_at = null, body = 'as before the crash' where id = $1", [
    id,
  ])
  const again = openMail(town.db.urls.concentric_worker, server.settings)
  await again.tasks.send_mail!(id)
  await again.close()
  const both = server.arrived.filter(({ to }) => to.includes('killed@town.example'))
  expect(both.map(({ headers }) => headers['message-id'])).toEqual([`<${id}@town.example>`, `<${id}@town.example>`])
})

test('what the mail server cannot take now is tried again by the queue', async () => {
  const row = await settled(await queue('busy@town.example'))
  expect(row).toMatchObject({ attempts: 2, given_up_at: null, problem: null })
})

test('an address that the server refuses is given up, with the number of the answer and nothing else', async () => {
  const row = await settled(await queue('gone@town.example'))
  expect(row).toMatchObject({ attempts: 1, sent_at: null, problem: 'EENVELOPE 550', body: '' })
})

test('a mail whose time is over is not sent', async () => {
  const id = await queue('late@town.example', '-1 second')
  const direct = openMail(town.db.urls.concentric_worker, server.settings)
  await direct.tasks.send_mail!(id)
  await direct.close()
  expect(await rowOf(id)).toMatchObject({ attempts: 0, sent_at: null })
})

test('a transaction that is rolled back has written to nobody', async () => {
  await expect(
    town.db.database.as(town.session, null, async (tx) => {
      await tx(sql`select act.mail_me('Never', 'Never said')`)
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  const { rows } = await town.db.owner.query("select from platform.outbox where subject = 'Never'")
  expect(rows).toHaveLength(0)
})

test('whoever has entered writes to the own address and to no other', async () => {
  await town.db.database.as(town.session, null, (tx) => tx(sql`select act.mail_me('Your day', 'Two reviews are due.')`))
  expect((await server.mailTo('ines@town.example')).headers.subject).toBe('Your day')
  await town.asApp(async (client: pg.Client) => {
    await expect(client.query('select * from platform.outbox')).rejects.toThrow('permission denied')
    await expect(client.query("select access.queue_mail('a@b.example', 'en', 'x', 'y')")).rejects.toThrow(
      'permission denied',
    )
    await expect(client.query('select * from access.take_mail($1)', [town.id.child])).rejects.toThrow(
      'permission denied',
    )
    expect((await client.query('select * from door.list_outbox()')).rows).toEqual([])
  })
})
