import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { generateDemo } from '#features/demo/generate.ts'
import { projectRoot } from '#platform/migrate.ts'
import { asSuperuser, forDatabase } from '../test/template.ts'

type Answer = { code: number; out: string; err: string }

let folder: string
const database = `cli_${process.pid}`

beforeAll(async () => {
  folder = mkdtempSync(path.join('/tmp', 'concentric-cli-'))
  chmodSync(folder, 0o755)
  for (const { name, text } of generateDemo({ students: 0, today: '2026-03-20' }))
    writeFileSync(path.join(folder, name), text)
  await asSuperuser(inject('superuserUrl'), (client) => client.query(`create database ${database}`))
})
afterAll(async () => {
  await asSuperuser(inject('superuserUrl'), (client) =>
    client.query(`drop database if exists ${database} with (force)`),
  )
  rmSync(folder, { recursive: true, force: true })
})

// The passwords of the test cluster's logins are everybody's: the command line finds them in its data folder.
function concentric(...words: string[]): Promise<Answer> {
  const dataDir = path.join(folder, 'data')
  const env = {
    ...process.env,
    CONCENTRIC_DATA_DIR: dataDir,
    CONCENTRIC_OPERATOR: 'Priya at the desk',
    CONCENTRIC_ROLE_PASSWORDS: JSON.stringify(inject('passwords')),
    DATABASE_URL: forDatabase(inject('superuserUrl'), database),
  }
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      ['cli/concentric.mjs', ...words],
      { cwd: projectRoot, env, maxBuffer: 1e8 },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    ),
  )
}

test('a district starts on a PostgreSQL of its own: community, steward, files, indicators', async () => {
  const made = await concentric(
    'community',
    'create',
    'riverbend',
    '--name',
    'Riverbend',
    '--time-zone',
    'America/Chicago',
  )
  expect(made).toMatchObject({ code: 0 })
  const invited = await concentric('steward', 'invite', 'priya@example.org', '--community', 'riverbend', '--json')
  expect(JSON.parse(invited.out)).toMatchObject({
    email: 'priya@example.org',
    link: expect.stringContaining('/invitation/'),
  })

  const dry = await concentric('import', folder, '--community', 'riverbend', '--json')
  const report = JSON.parse(dry.out)
  expect([dry.code, report.import.state]).toEqual([0, 'checked'])
  expect(report.import.counts.student.added).toBeGreaterThan(30)
  expect(JSON.parse((await concentric('indicators', '--community', 'riverbend', '--json')).out)).toEqual({
    students: [],
  })

  const applied = await concentric('import', folder, '--community', 'riverbend', '--apply', '--json')
  expect(JSON.parse(applied.out).import).toMatchObject({ state: 'applied', createdBy: 'Priya at the desk (operator)' })
  const listed = await concentric('indicators', '--community', 'riverbend', '--json')
  const { students } = JSON.parse(listed.out)
  const amara = students.find((student: { externalId: string }) => student.externalId === '000101')
  expect(amara).toMatchObject({
    schoolId: '0701',
    flags: expect.arrayContaining([expect.objectContaining({ indicator: 'attendance', level: 'concern' })]),
  })
  expect(amara.attendanceRate).toBe(Number(((amara.daysEnrolled - amara.daysMissed) / amara.daysEnrolled).toFixed(4)))

  const again = await concentric('import', folder, '--community', 'riverbend', '--apply', '--json')
  for (const counts of Object.values<{ added: number; changed: number; withdrawn: number }>(
    JSON.parse(again.out).import.counts,
  ))
    expect(counts).toMatchObject({ added: 0, changed: 0, withdrawn: 0 })
}, 180_000)

test('what the operator does is on record, as a person whose right ends with the day', async () => {
  const client = new pg.Client({ connectionString: forDatabase(inject('superuserUrl'), database) })
  await client.connect()
  const { rows } = await client.query(
    `select p.given_name, m.from_on = m.until_on as one_day from membership m join person p on p.community_id = m.community_id and p.id = m.person_id
     where p.family_name = '(operator)'`,
  )
  const sessions = await client.query("select how from platform.session where how = 'operator'")
  await client.end()
  expect(rows).toEqual([{ given_name: 'Priya at the desk', one_day: true }])
  expect(sessions.rows.length).toBeGreaterThan(3)
})

test('wrong words answer 2, what cannot be done answers 1, and standard output stays clean', async () => {
  const [nothing, unknown, missing, nowhere] = await Promise.all([
    concentric('import', '--community', 'riverbend'),
    concentric('dance'),
    concentric('indicators', '--community', 'nowhere', '--json'),
    concentric('import', '/nowhere.csv', '--community', 'riverbend'),
  ])
  expect([nothing.code, unknown.code, missing.code, nowhere.code]).toEqual([2, 2, 1, 2])
  expect(missing.out).toBe('')
  expect(missing.err).toContain('There is no community "nowhere"')
}, 60_000)

test('the doctor finds a fresh installation well', async () => {
  const { out } = await concentric('doctor', '--json')
  const { findings } = JSON.parse(out) as { findings: { check: string; ok: boolean }[] }
  expect(findings.filter((finding) => !finding.ok && finding.check !== 'PostgreSQL')).toEqual([])
}, 60_000)
