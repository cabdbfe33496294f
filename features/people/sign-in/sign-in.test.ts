import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp, type App } from '#platform/app.ts'
import { startWorker } from '#platform/jobs.ts'
import { openMail } from '#platform/mail.ts'
import { openMailServer, type TestMailServer } from '../../../test/mail-server.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { newVisitor, type Visitor } from '../../../test/visitor.ts'
import { people } from '../index.ts'
import { hashPassword } from './passwords.ts'

let town: SmallTown
let app: App
let server: TestMailServer
let stop: () => Promise<void>
const ines = 'ines@town.example'
const password = 'four words in a row'

beforeAll(async () => {
  town = await openSmallTown()
  app = await buildApp(town.db.database, [people], { requestsPerMinute: 100_000 })
  server = await openMailServer()
  const mail = openMail(town.db.urls.concentric_worker, server.settings)
  const worker = await startWorker(town.db.urls, mail.tasks)
  stop = async () => {
    await worker.stop()
    await mail.close()
    await server.close()
  }
  await town.db.owner.query('update platform.account set password_hash = $1 where email = $2', [
    await hashPassword(password),
    ines,
  ])
})
afterAll(async () => {
  await app.close()
  await stop()
  await town.db.close()
})

const hats = async (visitor: Visitor) => (await visitor.get('/session')).json().hats?.length
const tokenIn = (text: string) => /#(\S+)/.exec(text)![1]!
const pages = { '/session/link': /sign-in\/link#/, '/recovery': /recovery\/new#/ }
/** The token of the next mail to the address, once those that were asked for before have gone out. */
async function mailed(visitor: Visitor, path: keyof typeof pages, email = ines) {
  const before = await countArrived()
  expect((await visitor.post(path, { email })).statusCode).toBe(202)
  return tokenIn((await server.mailTo(email, before, pages[path])).text)
}
async function countArrived() {
  const waiting = 'select from platform.outbox where sent_at is null and given_up_at is null'
  await expect.poll(async () => (await town.db.owner.query(waiting)).rowCount, { timeout: 20_000 }).toBe(0)
  return server.arrived.length
}
const signedIn = async () => {
  const visitor = newVisitor(app)
  expect((await visitor.post('/session', { email: ines, password })).statusCode).toBe(201)
  return visitor
}

test('a link that comes by mail signs in, once', async () => {
  const visitor = newVisitor(app)
  const token = await mailed(visitor, '/session/link')
  expect((await visitor.post('/session/link/acceptance', { token })).json()).toEqual({ ok: true, needsCode: false })
  expect(await hats(visitor)).toBe(2)
  expect((await newVisitor(app).post('/session/link/acceptance', { token })).json().code).toBe('link_used')
})

test('a link is over after a quarter of an hour', async () => {
  const token = await mailed(newVisitor(app), '/session/link')
  await town.db.owner.query("update platform.sign_in_step set expires_at = now() - interval '1 second'")
  expect((await newVisitor(app).post('/session/link/acceptance', { token })).statusCode).toBe(404)
})

test('the database keeps neither the link nor, once sent, the mail', async () => {
  const token = await mailed(newVisitor(app), '/session/link')
  const { rows } = await town.db.owner.query('select s::text as text from platform.sign_in_step s')
  expect(rows.some(({ text }) => text.includes(token))).toBe(false)
})

test('an address that nobody has gets the same answer and no mail', async () => {
  const before = (await town.db.owner.query('select from platform.outbox')).rowCount
  const known = await newVisitor(app).post('/session/link', { email: ines })
  const unknown = await newVisitor(app).post('/session/link', { email: 'nobody@town.example' })
  expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body])
  expect(
    (await town.db.owner.query("select from platform.outbox where recipient = 'nobody@town.example'")).rowCount,
  ).toBe(0)
  expect(before).toBeGreaterThan(0)
})

test('the answer does not wait until somebody is looked for, so its time tells nothing', async () => {
  const locker = await town.db.owner.connect()
  await locker.query('begin')
  await locker.query('lock table platform.account in access exclusive mode')
  const answer = await newVisitor(app).post('/session/link', { email: ines })
  expect(answer.statusCode).toBe(202)
  await locker.query('rollback')
  locker.release()
})

test('five links an hour are enough for one address', async () => {
  await town.db.owner.query('delete from platform.sign_in_step')
  for (let i = 0; i < 7; i++) await newVisitor(app).post('/session/link', { email: 'ana@town.example' })
  await expect
    .poll(
      async () =>
        (await town.db.owner.query('select from platform.sign_in_step where account_id = $1', [town.id.tutorAccount]))
          .rowCount,
    )
    .toBe(5)
})

test('a forgotten password is replaced by mail; whoever was signed in anywhere is not any more', async () => {
  await town.db.owner.query('delete from platform.sign_in_step')
  const elsewhere = await signedIn()
  const visitor = newVisitor(app)
  const token = await mailed(visitor, '/recovery')
  expect((await visitor.post('/recovery/password', { token, password: 'short' })).statusCode).toBe(400)
  expect((await visitor.post('/recovery/password', { token, password: 'another four words' })).statusCode).toBe(201)
  expect(await hats(visitor)).toBe(2)
  expect((await elsewhere.get('/session')).statusCode).toBe(401)
  expect((await newVisitor(app).post('/session', { email: ines, password })).statusCode).toBe(401)
  expect((await newVisitor(app).post('/recovery/password', { token, password })).json().code).toBe('link_used')
  const before = await countArrived()
  expect((await visitor.put('/account/password', { password })).statusCode).toBe(200)
  expect((await server.mailTo(ines, before)).headers.subject).toBe('How you sign in to Concentric has changed')
})

test('mail is written in the language that the person last signed in with', async () => {
  await town.db.owner.query('delete from platform.sign_in_step')
  const visitor = newVisitor(app)
  await visitor.post('/session', { email: ines, password }, 'es')
  const before = await countArrived()
  await newVisitor(app).post('/session/link', { email: ines })
  const mail = await server.mailTo(ines, before, pages['/session/link'])
  expect(mail.headers.subject).toBe('Su enlace para entrar en Concentric')
  expect(mail.text).toContain('Sirve una sola vez, durante 15 minutos.')
  await newVisitor(app).post('/session', { email: ines, password }, 'en')
})

test('a change of how one signs in asks for a proof that is not old, and the session goes on under a new token', async () => {
  const visitor = await signedIn()
  await town.db.owner.query("update platform.session set proved_at = now() - interval '16 minutes'")
  expect((await visitor.put('/account/password', { password })).json().code).toBe('prove_first')
  expect((await visitor.post('/session/proof', { password: 'a guess' })).json().code).toBe('wrong_own_password')
  const before = visitor.cookies.concentric_session
  expect((await visitor.post('/session/proof', { password })).statusCode).toBe(201)
  expect(visitor.cookies.concentric_session).not.toBe(before)
  expect((await visitor.put('/account/password', { password })).statusCode).toBe(200)
})

test('signing in again ends the session that this browser had', async () => {
  const visitor = await signedIn()
  const old = visitor.cookies.concentric_session!
  await visitor.post('/session', { email: ines, password })
  const answer = await app.inject({ url: '/api/v1/session', cookies: { concentric_session: old } })
  expect(answer.statusCode).toBe(401)
})

test('after ten wrong passwords the right one does not help for a quarter of an hour, and nothing tells why; a link does', async () => {
  await town.db.owner.query('delete from platform.sign_in_step')
  await town.db.owner.query('delete from platform.sign_in')
  for (let i = 0; i < 10; i++) await newVisitor(app).post('/session', { email: ines, password: 'a guess' })
  const right = await newVisitor(app).post('/session', { email: ines, password })
  const unknown = await newVisitor(app).post('/session', { email: 'nobody@town.example', password })
  expect([right.statusCode, right.body]).toEqual([unknown.statusCode, unknown.body])
  const visitor = newVisitor(app)
  const token = await mailed(visitor, '/session/link')
  expect((await visitor.post('/session/link/acceptance', { token })).statusCode).toBe(201)
  await town.db.owner.query('delete from platform.sign_in where is_refused')
})

const codeOf = (secret: string, stepsAhead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + stepsAhead * 30_000 })
/** Codes count once: going back by a minute stands for waiting a minute. */
const aMinuteLater = () => town.db.owner.query('update platform.totp set last_counter = last_counter - 2')

test('a code app is asked for after the password, takes each code once, and recovery codes help once each', async () => {
  const owner = await signedIn()
  const { secret, picture } = (await owner.post('/account/code-app')).json()
  expect(picture).toMatch(/^<svg/)
  const [kept] = (await town.db.owner.query("select encode(sealed_secret, 'escape') as text from platform.totp")).rows
  expect(kept.text).not.toContain(secret)
  expect((await owner.post('/account/code-app/confirmation', { code: '000000' })).json().code).toBe('wrong_code')
  const { codes } = (await owner.post('/account/code-app/confirmation', { code: codeOf(secret) })).json()
  expect(codes).toHaveLength(10)

  const visitor = newVisitor(app)
  expect((await visitor.post('/session', { email: ines, password })).json()).toEqual({ ok: true, needsCode: true })
  expect((await visitor.get('/session')).statusCode).toBe(401)
  expect((await visitor.post('/session/code', { code: codeOf(secret) })).json().code).toBe('wrong_code')
  await aMinuteLater()
  expect((await visitor.post('/session/code', { code: codeOf(secret) })).statusCode).toBe(201)
  expect(await hats(visitor)).toBe(2)

  const other = newVisitor(app)
  await other.post('/session', { email: ines, password })
  expect((await other.post('/session/code', { code: codeOf(secret) })).json().code).toBe('wrong_code')
  expect((await other.post('/session/code', { code: codes[3].toLowerCase() })).statusCode).toBe(201)
  const again = newVisitor(app)
  await again.post('/session', { email: ines, password })
  expect((await again.post('/session/code', { code: codes[3] })).json().code).toBe('wrong_code')
  expect((await owner.get('/account')).json()).toMatchObject({ hasCode: true, recoveryCodes: 9 })
})

test('a code is asked for after a link and after a recovery as well, and five tries end the step', async () => {
  await town.db.owner.query('delete from platform.sign_in_step')
  for (const path of ['/session/link', '/recovery'] as const) {
    const visitor = newVisitor(app)
    const token = await mailed(visitor, path)
    const answer =
      path === '/recovery'
        ? await visitor.post('/recovery/password', { token, password })
        : await visitor.post('/session/link/acceptance', { token })
    expect(answer.json()).toEqual({ ok: true, needsCode: true })
    expect((await visitor.get('/session')).statusCode).toBe(401)
    if (path === '/recovery') {
      const codes = []
      for (let i = 0; i < 6; i++) codes.push((await visitor.post('/session/code', { code: '000000' })).json().code)
      expect(codes).toEqual([...Array<string>(5).fill('wrong_code'), 'step_over'])
    }
  }
})

test('what happened stands in the history: ways, refused tries, browsers', async () => {
  await town.db.owner.query('delete from platform.totp')
  await newVisitor(app).post('/session', { email: 'nobody@town.example', password })
  const visitor = await signedIn()
  const history = (await visitor.get('/account/sign-ins')).json()
  expect(history[0]).toMatchObject({ how: 'password', isRefused: false })
  expect(history.some((each: { how: string; isRefused: boolean }) => each.how === 'code' && each.isRefused)).toBe(true)
  const [nobodys] = (await town.db.owner.query('select * from platform.sign_in where account_id is null limit 1')).rows
  expect(JSON.stringify(nobodys)).not.toContain('nobody@')
})
