import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openImportDoor } from '#platform/import-door.ts'
import { projectRoot } from '#platform/migrate.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { openTestDatabase, type TestDatabase } from '../../test/database.ts'
import { makeCommunity } from '../communities/create.ts'
import { applyImport, checkImport, receiveImport } from '../imports/importer.ts'
import { openOperatorSession } from '../people/owner-acts.ts'
import { isChronic } from './chronic-absence.ts'
import { recomputeIndicators } from './recompute.ts'
import { listIndicators, type IndicatorRow } from './list-indicators.ts'

// The sample district of the Ed-Fi Data Standard, read here by expressions of this test's own, counted day by day.
const shared = path.join(projectRoot, '../shared/data')
const folders = ['edfi-grandbend-5.2', 'edfi-grandbend-5.2-enrollment']
const isThere = folders.every((folder) => existsSync(path.join(shared, folder)))
if (!isThere) console.log('Skipped: the Grand Bend sample files are not in ../shared/data.')

const xmlFilesOf = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .map((file) => path.join(folder, file))
const elements = (folder: string, file: string, name: string) =>
  readFileSync(path.join(shared, folder, file), 'utf8').match(new RegExp(`<${name}>[\\s\\S]*?</${name}>`, 'g')) ?? []
const find = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
const code = (xml: string, name: string) => find(xml, name)?.split('#')[1]

type Stay = { student: string; school: string; entry: string; exit: string | undefined }
type Exception = { student: string; school: string; day: string; category: string; duration: number | undefined }

function readSample() {
  const calendarFiles = [
    [folders[0]!, 'EducationOrgCalendar.xml'],
    [folders[1]!, 'CalendarDates.xml'],
  ] as const
  const schoolDays = calendarFiles
    .flatMap(([folder, file]) => elements(folder, file, 'CalendarDate'))
    .filter((xml) => ['Instructional day', 'Make-up day'].includes(code(xml, 'CalendarEvent')!))
    .map((xml) => ({ school: find(xml, 'SchoolId')!, day: find(xml, 'Date')! }))
  const stays = elements(folders[1]!, 'StudentEnrollment.xml', 'StudentSchoolAssociation').map((xml): Stay => ({
    student: find(xml, 'StudentUniqueId')!,
    school: find(xml, 'SchoolId')!,
    entry: find(xml, 'EntryDate')!,
    exit: find(xml, 'ExitWithdrawDate'),
  }))
  const events = elements(folders[0]!, 'StudentSchoolAttendance.xml', 'StudentSchoolAttendanceEvent')
  const exceptions = events.map((xml): Exception => {
    const duration = find(xml, 'EventDuration')
    return {
      student: find(xml, 'StudentUniqueId')!,
      school: find(xml, 'SchoolId')!,
      day: find(xml, 'EventDate')!,
      category: code(xml, 'AttendanceEventCategory')!,
      duration: duration === undefined ? undefined : Number(duration),
    }
  })
  const students = elements(folders[0]!, 'Student.xml', 'Student').map((xml) => find(xml, 'StudentUniqueId')!)
  return { schoolDays, stays, exceptions, students }
}
type Sample = ReturnType<typeof readSample>

function countStay({ student, school, entry, exit = '9999-12-31' }: Stay, { schoolDays, exceptions }: Sample) {
  const days = new Set(
    schoolDays.filter((d) => d.school === school && d.day >= entry && d.day <= exit).map((d) => d.day),
  )
  const parts = new Map<string, number>()
  for (const e of exceptions) {
    if (e.student !== student || e.school !== school || !days.has(e.day)) continue
    const part = e.duration ?? (e.category.endsWith('Absence') ? 1 : 0)
    const counted = e.category.endsWith('Absence') || e.duration !== undefined ? part : 0
    parts.set(e.day, Math.min(1, (parts.get(e.day) ?? 0) + counted))
  }
  return { daysEnrolled: days.size, daysMissed: [...parts.values()].reduce((sum, part) => sum + part, 0) }
}

describe.runIf(isThere)('Grand Bend', () => {
  let world: TestDatabase
  let door: ReturnType<typeof openImportDoor>
  let dataDir: string
  let sample: Sample
  let rows: IndicatorRow[]
  beforeAll(async () => {
    world = await openTestDatabase()
    door = openImportDoor(world.urls.concentric_import)
    dataDir = await mkdtemp(path.join(tmpdir(), 'grand-bend-days-'))
    sample = readSample()
    rows = await bringInAndList()
  })
  afterAll(async () => {
    await door?.close()
    await world?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  async function bringInAndList() {
    const { database } = world
    const { made, session } = await unsafeAsOwner(world.urls.concentric_owner, async (tx) => {
      const made = await makeCommunity(tx, { slug: 'grand-bend', name: 'Grand Bend', timeZone: 'America/Chicago' })
      return { made, session: await openOperatorSession(tx, made.communityId, made.districtId, 'grand-bend') }
    })
    const from = folders.flatMap((folder) => xmlFilesOf(path.join(shared, folder)))
    const id = await receiveImport({ database, session, dataDir, sourceName: 'Ed-Fi', from })
    await checkImport(id, { door, dataDir })
    await applyImport(id, { door, dataDir, afterApply: recomputeIndicators })
    return database.as(session, null, (tx) => listIndicators(tx, made))
  }

  test('the sample is what its source says', () => {
    expect(sample.students).toHaveLength(960)
    expect(sample.stays).toHaveLength(960)
    expect(sample.exceptions).toHaveLength(1917)
    const days = new Set(sample.schoolDays.map(({ school, day }) => `${school} ${day}`))
    expect(days.size).toBe(3 * (81 + 88))
  })
  test('days enrolled, days missed and chronic absence of every student agree with a count of the files', async () => {
    expect(rows).toHaveLength(960)
    const expected = sample.stays.map((stay) => ({
      externalId: stay.student,
      schoolId: stay.school,
      ...countStay(stay, sample),
    }))
    const byId = (a: { externalId: string }, b: { externalId: string }) => (a.externalId < b.externalId ? -1 : 1)
    const counted = rows.map(({ externalId, schoolId, daysEnrolled, daysMissed }) => ({
      externalId,
      schoolId,
      daysEnrolled,
      daysMissed,
    }))
    expect(counted.sort(byId)).toEqual(expected.sort(byId))
    for (const row of rows) {
      const hasConcern = row.flags.some((flag) => flag.indicator === 'attendance' && flag.level === 'concern')
      expect(hasConcern).toBe(isChronic(row.daysMissed, row.daysEnrolled))
      expect(row.attendanceRate).toBeCloseTo(1 - row.daysMissed / row.daysEnrolled, 3)
    }
    const { rows: stored } = await world.owner.query("select student_id from flag where indicator = 'attendance'")
    expect(stored).toHaveLength(rows.filter((row) => row.flags.some((flag) => flag.indicator === 'attendance')).length)
    const chronic = rows.filter((row) => isChronic(row.daysMissed, row.daysEnrolled))
    console.log(`Grand Bend: ${chronic.length} of ${rows.length} students missed a tenth of their days or more.`)
    expect(chronic.length).toBeGreaterThan(0)
  })
  test('a student of the sample, number by number', async () => {
    const row = rows.find(({ externalId }) => externalId === '604822')
    const { daysMissed } = countStay(
      sample.stays.find(({ student }) => student === '604822')!,
      sample,
    )
    expect(row).toMatchObject({ schoolId: '255901001', daysEnrolled: 169, daysMissed })
    expect(row!.attendanceRate).toBe(Math.round((1 - daysMissed / 169) * 10_000) / 10_000)
  })
})
