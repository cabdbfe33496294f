import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, sql, type Statement } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { studentTableNames } from '../../test/world-store.ts'
import { elements } from './oracle-matrix.ts'

let town: SmallTown
beforeAll(async () => {
  town = await openSmallTown()
})
afterAll(() => town.db.close())
const names = sql<{ given_name: string }>`select given_name from student order by 1`

test('somebody who is signed in sees the students of the hat, and nobody else', async () => {
  const { rows } = await town.enter([names])
  expect(rows[0]).toEqual([{ given_name: 'Dana' }])
  expect((await town.db.owner.query('select from student')).rowCount).toBe(2)
})

test.each([
  ['a stranger', 'select 1', () => Buffer.from('x')],
  [
    'an expired session',
    `update platform.session set expires_at = now() - interval '1 second'`,
    () => town.session.tokenHash,
  ],
  ['a session that was ended', 'update platform.session set revoked_at = now()', () => town.session.tokenHash],
  ['a session of a disabled account', 'update platform.account set disabled_at = now()', () => town.session.tokenHash],
])('%s does not enter', async (_who, before, hashOf) => {
  const tokenHash = hashOf()
  await town.db.owner.query(before)
  const refused = await town.enter([names], null, { tokenHash, hat: null }).catch((e: pg.DatabaseError) => e)
  expect(refused).toMatchObject({ code: 'CN401', hint: 'not_signed_in' })
  await expect(town.db.database.as({ tokenHash, hat: null }, null, async () => 1)).rejects.toThrow('Please sign in.')
  await town.db.owner.query('update platform.account set disabled_at = null')
  await town.signIn()
})

test('the token itself opens nothing: the door takes its hash', async () => {
  await expect(town.enter([], null, { tokenHash: Buffer.from('token of counselor'), hat: null })).rejects.toMatchObject(
    { code: 'CN401' },
  )
})

test('a page opened with one hat is refused when the session wears another', async () => {
  await expect(town.enter([names], null, { ...town.session, hat: town.id.teacher })).rejects.toMatchObject({
    code: 'CN409',
    hint: 'hat_changed',
  })
})

test('a hat that has ended, and a session without a hat, see nothing', async () => {
  await town.db.owner.query('update membership set until_on = $1::date - 1, from_on = $1::date - 1 where id = $2', [
    town.today,
    town.id.counselor,
  ])
  await expect(town.enter([names])).rejects.toMatchObject({ code: 'CN403', hint: 'hat_ended' })
  await town.db.owner.query('update membership set until_on = null where id = $1', [town.id.counselor])
  await town.db.owner.query('update platform.session set hat_id = null')
  await expect(town.enter([names])).rejects.toMatchObject({ code: 'CN403', hint: 'no_hat' })
  await town.signIn()
})

test('a hat of somebody else is no hat, whatever the session says', async () => {
  const link = 'update platform.account_person set person_id = $1 where account_id = $2'
  await town.db.owner.query(link, [randomUUID(), town.id.account])
  await expect(town.enter([names])).rejects.toMatchObject({ hint: 'hat_ended' })
  await town.db.owner.query(link, [town.id.account, town.id.account])
})

test('a transaction enters once', async () => {
  const again = sql`select access.enter(${town.session.tokenHash}, ${null}, ${'{}'})`
  await expect(town.enter([again])).rejects.toMatchObject({ code: 'CN500', hint: 'entered_twice' })
})

test('whoever has not entered sees nothing, in any table', async () => {
  for (const table of [
    'community',
    'person',
    'membership',
    'organization',
    'agreement',
    'class_teacher',
    ...studentTableNames,
  ]) {
    expect(await town.asApp(async (client) => (await client.query(`select from ${table}`)).rowCount), table).toBe(0)
  }
})

const settings = () =>
  sql`select coalesce(string_agg(current_setting('access.' || n, true), ''), '') as left from unnest(${[
    'entered',
    'community',
    'person',
    'role',
    'today',
    'classes',
    'organization',
    'session',
    ...elements.flatMap((e) =>
      ['schools', 'students', 'part_schools', 'part_students', 'write_schools', 'write_students'].map(
        (s) => `${s}_${e}`,
      ),
    ),
  ]}::text[]) n` as Statement<{ left: string }>

test('nothing of a transaction is left on its connection, neither after a commit nor after an error', async () => {
  const one = connect(town.db.urls.concentric_app, { connections: 1 })
  const left = () =>
    one.knock({ ...settings(), text: `${settings().text} /* door.nothing( */` }) as Promise<{ left: string }[]>
  const { rows } = await one.read(town.session, null, [settings()])
  expect(rows[0]![0]!.left).toContain(town.id.school)
  expect((await left())[0]!.left).toBe('')
  await one.as(town.session, null, (tx) => tx(names))
  expect((await left())[0]!.left).toBe('')
  await expect(one.as(town.session, null, (tx) => tx(sql`select 1 / 0`))).rejects.toThrow('division')
  expect((await left())[0]!.left).toBe('')
  await expect(one.read(town.session, null, [sql`select 1 / 0`, names])).rejects.toThrow('division')
  expect((await left())[0]!.left).toBe('')
  await one.close()
})

test('what somebody set for the whole session is gone with the release of the connection', async () => {
  const one = connect(town.db.urls.concentric_app, { connections: 1 })
  const widen = { text: `set access.schools_directory = '${town.id.otherSchool}'`, values: [] }
  await one.as(town.session, null, (tx) => tx(widen))
  expect(await one.as(town.session, null, (tx) => tx(names))).toEqual([{ given_name: 'Dana' }])
  await one.read(town.session, null, [widen])
  const { rows } = await one.read(town.session, null, [names])
  expect(rows[0]).toEqual([{ given_name: 'Dana' }])
  await one.close()
})

test('the door writes over every scope that was set before it', async () => {
  const seen = await town.asApp(async (client) => {
    for (const element of elements)
      for (const scope of ['schools', 'students', 'part_schools', 'part_students', 'write_schools', 'write_students'])
        await client.query(`set access.${scope}_${element} = '${town.id.otherSchool},${town.id.otherChild}'`)
    for (const name of ['person', 'district', 'organization', 'classes', 'role'])
      await client.query(`set access.${name} = '${town.id.otherSchool}'`)
    await client.query('begin')
    await client.query('select access.enter($1, null, null)', [town.session.tokenHash])
    const answer = await client.query(
      `${settings().text.replace('$1', `'{${elements.flatMap((e) => [`schools_${e}`, `students_${e}`, `part_schools_${e}`, `part_students_${e}`, `write_schools_${e}`, `write_students_${e}`]).join(',')},person,district,organization,classes,role}'`)}`,
    )
    return (answer.rows[0] as { left: string }).left
  })
  expect(seen).toContain(town.id.school)
  expect(seen).not.toContain(town.id.otherSchool)
  expect(seen).not.toContain(town.id.otherChild)
})
