import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql, type Statement } from '#platform/database.ts'
import { openImportDoor } from '#platform/import-door.ts'
import { startWorker } from '#platform/jobs.ts'
import { importTasks } from './import-tasks.ts'
import { daysFrom, idOf, openTestDistrict, type TestDistrict } from './testing-district.ts'

let district: TestDistrict
let stop: () => Promise<void>
beforeAll(async () => {
  district = await openTestDistrict()
  const door = openImportDoor(district.db.urls.concentric_import)
  const worker = await startWorker(district.db.urls, importTasks({ door, dataDir: '' }))
  stop = () => worker.stop().then(() => door.close())
})
afterAll(async () => {
  await stop?.()
  await district?.close()
})

const start = '2024-01-08'
const school_id = idOf('north')
const twins = ['ada', 'ada again']

async function addStudents() {
  const own = { district_id: district.districtId }
  await district.write("update import set state = 'applied', applied_at = now()")
  await district.add('school', [{ ...own, id: school_id, external_id: 'north', name: 'North' }])
  await district.add(
    'calendar_date',
    daysFrom(start, 40).map((on_date) => ({
      ...{ ...own, id: idOf(on_date), school_id, on_date, calendar_code: '' },
      ...{ day_type: 'instructional', is_instructional: true },
    })),
  )
  for (const [n, name] of twins.entries()) {
    const who = { student_id: idOf(name), school_id, access_school_id: school_id }
    const names = { external_id: name, given_name: 'Ada', family_name: 'B', grade_level: '09' }
    await district.add('student', [{ ...own, id: idOf(name), access_school_id: school_id, ...names }])
    await district.add('enrollment', [{ ...who, id: idOf(`in ${name}`), entry_on: start }])
    await district.add(
      'attendance_event',
      daysFrom(start, 20)
        .filter((_, day) => day % 10 === n * 5)
        .map((on_date) => ({ ...who, id: idOf(`${name} ${on_date}`), on_date, code: 'excused_absence' })),
    )
  }
  await district.recompute()
}
const missed = () =>
  district.rows<{ name: string; missed: number; level: string | null }>(
    `select s.external_id as name, a.days_missed::float as missed, f.level from attendance_summary a join student s on s.id = a.student_id
     left join flag f on f.student_id = s.id and f.indicator = 'attendance' order by 1`,
  )
const acts = <Row>(statement: Statement<Row>) =>
  district.db.database.as({ tokenHash: district.tokenHash, hat: null }, null, (tx) => tx(statement))

test('figures and flags of joined records are made anew at once, and so when they are split again', async () => {
  await addStudents()
  const apart = [
    { name: 'ada', missed: 2, level: 'caution' },
    { name: 'ada again', missed: 2, level: 'caution' },
  ]
  expect(await missed()).toEqual(apart)
  const [one, other] = twins.map(idOf)
  const [made] = await acts(sql<{ id: string }>`select act.join_identities('student', ${one!}, ${other!}) as id`)
  await expect.poll(missed, { timeout: 10_000 }).toEqual([{ name: 'ada', missed: 4, level: 'concern' }])
  await acts(sql`select act.split_identities(${made!.id}, '[]')`)
  await expect.poll(missed, { timeout: 10_000 }).toEqual(apart)
})
