import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { districtHeaders } from '../fixtures/district.ts'
import { openImportTown, type ImportTown } from '../fixtures/town.ts'
import { changesBetween, districts, filesOf, manifestOf, type Told } from '../fixtures/telling-district.ts'

let town: ImportTown
beforeAll(async () => void (town = await openImportTown()))
afterAll(() => town?.close())
beforeEach(async () => void (await town.moveOn()))

const listings = {
  session: 'select external_id, title, kind, starts_on, ends_on from academic_session t',
  class:
    'select t.external_id, t.title, t.course_title, t.subject, t.starts_on, t.ends_on, s.external_id as school from class t join school s on s.id = t.school_id',
  student: 'select t.external_id, t.given_name, t.family_name, t.grade_level from student t',
  person: 'select t.external_id, t.given_name, t.family_name from person t where t.external_id is not null and true',
  demographics:
    'select s.external_id, t.birth_date, t.sex, t.races, t.is_hispanic, t.home_language from student_demographics t join student s on s.id = t.student_id',
  contact:
    'select s.external_id, p.external_id as person, t.name, t.phone, t.relation from student_contact t join student s on s.id = t.student_id join person p on p.id = t.person_id',
  enrollment:
    'select s.external_id, k.external_id as school, t.entry_on, t.exit_on, t.grade_level from enrollment t join student s on s.id = t.student_id join school k on k.id = t.school_id',
  classEnrollment:
    'select t.external_id, s.external_id as student, c.external_id as class, t.begin_on, t.end_on from class_enrollment t join student s on s.id = t.student_id join class c on c.id = t.class_id',
  teacher:
    'select t.external_id, p.external_id as person, c.external_id as class from class_teacher t join person p on p.id = t.person_id join class c on c.id = t.class_id',
}
/** Everything that holds now, by the ids of the files. */
async function liveFacts() {
  const facts: Record<string, unknown[]> = {}
  for (const [name, text] of Object.entries(listings)) {
    const where = text.includes(' where ') ? 'and' : 'where'
    const rows = await town.rows(`${text} ${where} t.community_id = $1 and t.withdrawn_at is null`, [
      town.place.communityId,
    ])
    facts[name] = rows.map((row) => JSON.stringify(row)).sort()
  }
  return facts
}
const bulk = (told: Told) => ({ ...filesOf(told), 'manifest.csv': manifestOf(told, 'bulk') })

test('the changes since a full set come to the same facts as a later full set, in any order, told twice or not', async () => {
  const property = fc.asyncProperty(districts, districts, fc.integer(), async (before, after, seed) => {
    await town.moveOn()
    await town.apply(bulk(before))
    await town.apply(bulk(after))
    const expected = await liveFacts()
    await town.moveOn()
    await town.apply(bulk(before))
    const changes = changesBetween(before, after, seed)
    if (Object.keys(changes).length > 0)
      await town.apply({ ...filesOf(changes), 'manifest.csv': manifestOf(changes, 'delta') })
    expect(await liveFacts()).toEqual(expected)
  })
  await fc.assert(property, { numRuns: Number(process.env.CONCENTRIC_WORLDS ?? 2), endOnFailure: true })
}, 180_000)

const course = districtHeaders['courses.csv']!
const told: Told = fc.sample(districts, { seed: 1, numRuns: 1 })[0]!

test('a changed course alone renames the classes that are of it, and nothing else changes', async () => {
  await town.apply(bulk(told))
  const before = await liveFacts()
  const row = 'k1,active,2026-03-01T00:00:00Z,y1,Geometry Renamed,ALG,09,d1,Mathematics,'
  const manifest = manifestOf({ 'courses.csv': {} }, 'delta')
  const done = await town.apply({ 'courses.csv': `${course}\n${row}\n`, 'manifest.csv': manifest })
  const { class: classes, ...rest } = await liveFacts()
  const { class: classesBefore, ...restBefore } = before
  expect(rest).toEqual(restBefore)
  const ofCourse = (classesBefore as string[]).filter((each) => each.includes('"Course one'))
  expect(classes!.filter((each) => (each as string).includes('Geometry Renamed'))).toHaveLength(ofCourse.length)
  expect(Object.keys(done.counts).filter((table) => done.counts[table]!.withdrawn > 0)).toEqual([])
})

test('changes before any full set are read by themselves: nothing that is missing is withdrawn', async () => {
  const { 'users.csv': users, ...rest } = filesOf(told)
  await town.apply({ ...rest, 'users.csv': users! })
  await town.world.owner.query(`update import_source set copied_files = '{}' where community_id = $1`, [
    town.place.communityId,
  ])
  const before = await liveFacts()
  const header = districtHeaders['users.csv']!
  const row = '0099,active,2026-03-01T00:00:00Z,true,s1,student,x,,New,Student,,,,,,,09,,'
  const files = { 'users.csv': `${header}\n${row}\n`, 'manifest.csv': manifestOf({ 'users.csv': {} }, 'delta') }
  const checked = await town.apply(files)
  expect((await town.problems(checked.id)).map(({ rule }) => rule)).toContain('changes_alone')
  const after = await liveFacts()
  expect(after.student).toHaveLength(before.student!.length + 1)
  expect(after.classEnrollment).toEqual(before.classEnrollment)
})

test('after an undone import the changes of a source are read by themselves until it tells the whole again', async () => {
  const done = await town.apply(bulk(told))
  await town.undo(done.id)
  const rows = await town.rows('select copied_files from import_source where community_id = $1', [
    town.place.communityId,
  ])
  expect(rows).toEqual([{ copied_files: [] }])
  expect(await town.rows('select from import_copy where community_id = $1', [town.place.communityId])).toEqual([])
})
