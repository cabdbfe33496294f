import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { people } from '#features/people/index.ts'
import { buildApp, type App } from '#platform/app.ts'
import { readSettings } from '#platform/settings.ts'
import { openSmallTown, type SmallTown } from '../test/small-town.ts'
import { newVisitor } from '../test/visitor.ts'
import { run } from './account.ts'

let town: SmallTown
let app: App
let dataDir: string
const ines = 'ines@town.example'
const password = 'four words in a row'

beforeAll(async () => {
  dataDir = mkdtempSync(path.join('/tmp', 'concentric-account-'))
  process.env.CONCENTRIC_ROLE_PASSWORDS = JSON.stringify(inject('passwords'))
  town = await openSmallTown()
  app = await buildApp(town.db.database, [people], { requestsPerMinute: 100_000 })
  await town.db.owner.query(
    `with t as (insert into platform.totp (account_id, sealed_secret, confirmed_at) values ($1, 'x', now()))
     insert into platform.recovery_code (account_id, code_hash) values ($1, 'x')`,
    [town.id.account],
  )
})
afterAll(async () => {
  delete process.env.CONCENTRIC_ROLE_PASSWORDS
  await app.close()
  await town.db.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function resetCode(email: string) {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const env = {
    ...{ CONCENTRIC_DATA_DIR: dataDir, DATABASE_URL: town.db.superuserUrl },
    ...{ CONCENTRIC_OPERATOR: 'Priya', CONCENTRIC_URL: 'https://concentric.example' },
  }
  try {
    await run({ settings: readSettings(env, 'test'), options: { json: true }, words: [email] })
    return JSON.parse(out.mock.calls.map(([text]) => String(text)).join('')) as { link: string }
  } finally {
    vi.restoreAllMocks()
  }
}
const recover = (link: string) => {
  const visitor = newVisitor(app)
  return visitor
    .post('/recovery/password', { token: link.split('#')[1]!, password })
    .then((answer) => ({ visitor, answer }))
}

test('somebody locked out gets in by the operator’s link: a new password, no code asked, and sessions elsewhere are over', async () => {
  const { link } = await resetCode(ines.toUpperCase())
  expect(link).toMatch(/^https:\/\/concentric\.example\/recovery\/new#/)
  const { visitor, answer } = await recover(link)
  expect([answer.statusCode, answer.json()]).toEqual([201, { ok: true, needsCode: false }])
  expect((await visitor.get('/account')).json()).toMatchObject({ hasPassword: true, hasCode: false })
  const { rows } = await town.db.owner.query(
    'select how from platform.session where revoked_at is null and account_id = $1',
    [town.id.account],
  )
  expect(rows).toEqual([{ how: 'recovery' }])
  expect((await recover(link)).answer.json().code).toBe('link_used')
})

test('it stands in the history of the account by whom it was made, and the person is told by mail, without the link', async () => {
  const { link } = await resetCode(ines)
  const { rows } = await town.db.owner.query(
    `select how, user_agent from platform.sign_in where account_id = $1 and how = 'reset_code'`,
    [town.id.account],
  )
  expect(rows[0]).toEqual({ how: 'reset_code', user_agent: 'concentric, Priya' })
  const mails = await town.db.owner.query(`select subject, body from platform.outbox where recipient = $1`, [ines])
  expect(mails.rows.map(({ subject }) => subject)).toContain('A way back into your account was made')
  expect(JSON.stringify(mails.rows)).not.toContain(link.split('#')[1])
})

test('a later link ends the one before it, and each ends by itself after half an hour', async () => {
  const [first, second] = [await resetCode(ines), await resetCode(ines)]
  expect((await recover(first.link)).answer.json().code).toBe('link_used')
  await town.db.owner.query(`update platform.sign_in_step set expires_at = expires_at - interval '30 minutes'`)
  expect((await recover(second.link)).answer.json().code).toBe('link_used')
})

test('there is none for an address that nobody has, or for an account that is closed', async () => {
  await expect(resetCode('nobody@town.example')).rejects.toThrow('no account')
  await town.db.owner.query('update platform.account set disabled_at = now() where email = $1', ['ana@town.example'])
  await expect(resetCode('ana@town.example')).rejects.toThrow('no account')
})
