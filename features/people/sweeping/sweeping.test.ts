import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { openSweep } from './sweep.ts'

let town: SmallTown
beforeAll(async () => {
  town = await openSmallTown()
})
afterAll(() => town.db.close())

const query = (text: string, values: unknown[] = []) => town.db.owner.query(text, values)
async function aNight() {
  const worker = openSweep(town.db.urls.concentric_worker, { mailDays: 30, signInDays: 400 })
  await worker.tasks.sweep().finally(worker.close)
}
const left = async (table: string, column: string) =>
  (await query(`select ${column} as name from platform.${table} where ${column} <> '' order by 1`)).rows.map(
    ({ name }) => name,
  )

test('mail that went out or came too late is gone after a month, and what waits or is young stays', async () => {
  await query(
    `insert into platform.outbox (kind, recipient, locale, subject, body, queued_at, good_until, sent_at) values
       ('notice', 'a@b.c', 'en', 'sent long ago', '', now() - interval '40 days', now() - interval '37 days', now() - interval '40 days'),
       ('notice', 'a@b.c', 'en', 'too late', '', now() - interval '40 days', now() - interval '37 days', null),
       ('notice', 'a@b.c', 'en', 'sent yesterday', '', now() - interval '1 day', now(), now()),
       ('notice', 'a@b.c', 'en', 'waits', '', now() - interval '40 days', now() + interval '1 day', null)`,
  )
  await aNight()
  expect(await left('outbox', 'subject')).toEqual(['sent yesterday', 'waits'])
})

test('sessions, tries and invitations of more than a year ago are gone; of each account the last sign-in stays', async () => {
  const { account, tutorAccount, community } = town.id
  await query(
    `insert into platform.sign_in (account_id, how, is_refused, user_agent, at) values
       ($1, 'password', false, 'first', now() - interval '900 days'), ($1, 'password', false, 'last', now() - interval '500 days'),
       ($1, 'password', true, 'guessed', now() - interval '500 days'), ($2, 'password', false, 'old', now() - interval '500 days'),
       ($2, 'password', false, 'new', now() - interval '9 days'), (null, 'password', true, 'stranger', now() - interval '500 days')`,
    [account, tutorAccount],
  )
  const session = `insert into platform.session (token_hash, account_id, how, user_agent, expires_at, revoked_at) values`
  await query(
    `${session} ('a', $1, 'password', 'expired', now() - interval '500 days', null), ('b', $1, 'password', 'ended', now() - interval '9 days', now() - interval '9 days')`,
    [account],
  )
  await query(
    `insert into platform.invitation (token_hash, email, community_id, expires_at, used_at) values
       ('a', 'used@long.ago', $1, now() - interval '490 days', now() - interval '500 days'), ('b', 'over@long.ago', $1, now() - interval '500 days', null),
       ('c', 'used@this.year', $1, now(), now() - interval '9 days')`,
    [community],
  )
  await query(
    `insert into platform.sign_in_step (token_hash, kind, expires_at) values ('a', 'link', now() - interval '2 days'), ('b', 'link', now() + interval '1 hour')`,
  )
  await query(
    `insert into platform.refusal (method, route, status, at) values ('GET', '/old', 404, now() - interval '500 days'), ('GET', '/new', 404, now())`,
  )
  await aNight()
  expect(await left('sign_in', 'user_agent')).toEqual(['last', 'new'])
  expect(await left('session', 'user_agent')).toEqual(['ended'])
  expect(await left('invitation', 'email')).toEqual(['used@this.year'])
  expect(await left('refusal', 'route')).toEqual(['/new'])
  expect((await query('select from platform.sign_in_step')).rowCount).toBe(1)
})

test('nobody but the worker tidies up', async () => {
  await expect(town.enter([{ text: 'select access.sweep(1, 1)', values: [] }])).rejects.toThrow('permission denied')
})
