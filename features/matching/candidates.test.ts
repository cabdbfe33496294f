import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { guardianOf, sessionFor } from '../../test/town-people.ts'
import { candidatesFor } from './candidates.ts'
import { findStudentFacts, type FoundService, type FoundStudent, listServiceFacts } from './queries.ts'

let town: SmallTown
beforeAll(async () => {
  town = await openSmallTown()
  const { community, service, organization, child } = town.id
  await town.db.owner.query(`update student set grade_level = '07' where id = '${child}'`)
  await town.db.owner.query(
    `update service set capacity = 2, grade_levels = '{07}', cost = 'free' where id = '${service}'`,
  )
  await town.db.owner.query(
    `insert into service (community_id, organization_id, name, need_domains, min_age) values ($1, $2, 'Driving lessons', '{enrichment}', 15)`,
    [community, organization],
  )
  await town.db.owner.query(
    `insert into student_demographics (community_id, student_id, access_school_id, birth_date, home_language) values ($1, $2, $3, now()::date - 4500, 'es')`,
    [community, child, town.id.school],
  )
})
afterAll(() => town.db.close())

const ask = async (who: Session, student: string) => {
  const { rows } = await town.enter([findStudentFacts(student), listServiceFacts(student)], null, who)
  return { found: (rows[0] as FoundStudent[])[0], services: rows[1] as FoundService[] }
}

test('a counselor sees which services fit a student of the own school, which do not, and why', async () => {
  const { found, services } = await ask(town.session, town.id.child)
  expect(found).toMatchObject({ gradeLevel: '07', age: 12, languages: ['es'], mayRefer: true })
  const [tutoring, driving] = candidatesFor(found!, services, null)
  expect(tutoring).toMatchObject({ name: 'Tutoring', verdict: 'fits', obstacles: [] })
  expect(tutoring!.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['fits_grade', 'places', 'free']))
  expect(driving).toMatchObject({
    name: 'Driving lessons',
    verdict: 'no',
    obstacles: [{ code: 'too_young', value: 15 }],
  })
})

test('a coordinator reads no birth date, and is told that the age is what is missing', async () => {
  const dana = await sessionFor(town, 'Dana', 'coordinator', { school_id: town.id.school })
  const { found, services } = await ask(dana, town.id.child)
  expect(found).toMatchObject({ age: null, languages: null, mayRefer: true })
  const driving = candidatesFor(found!, services, 'enrichment').find(({ name }) => name === 'Driving lessons')
  expect(driving).toMatchObject({ verdict: 'unknown', obstacles: [] })
  expect(driving!.missing.map(({ code }) => code)).toContain('age_unknown')
})

test('nobody looks for services for a student out of reach, and only who may refer looks at all', async () => {
  expect((await ask(town.session, town.id.otherChild)).found).toBeUndefined()
  expect((await ask(town.tutor, town.id.child)).found).toBeUndefined()
  const mother = await guardianOf(town, 'Ngozi', town.id.child)
  expect((await ask(mother, town.id.child)).found).toMatchObject({ mayRefer: false })
  const ruth = await sessionFor(town, 'Ruth', 'principal', { school_id: town.id.school })
  expect((await ask(ruth, town.id.child)).found).toMatchObject({ mayRefer: false })
})
