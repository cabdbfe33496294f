import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { guardianOf, sessionFor, type TownPerson } from '../../../test/town-people.ts'
import { listStrengths } from '../../students/queries.ts'
import { changeNeed, listNeeds } from '../queries.ts'
import type { ReviewText } from './contract.ts'
import * as review from './queries.ts'

let town: SmallTown
let child: string
let mathematics: string
let dana: TownPerson
let luis: TownPerson
let ruth: TownPerson
let grace: TownPerson
let ngozi: TownPerson

beforeAll(async () => {
  town = await openSmallTown()
  child = town.id.child
  const school_id = town.id.school
  dana = await sessionFor(town, 'Dana', 'coordinator', { school_id })
  luis = await sessionFor(town, 'Luis', 'counselor', { school_id })
  ruth = await sessionFor(town, 'Ruth', 'principal', { school_id })
  grace = await sessionFor(town, 'Grace', 'teacher', { school_id })
  ngozi = await guardianOf(town, 'Ngozi', child)
  const { rows } = await town.db.owner.query<{ id: string }>(
    `with c as (insert into class (community_id, id, district_id, school_id, external_id, title)
       values ($1, platform.uuidv7(), $2, $3, 'm7', 'Mathematics 7') returning id),
     t as (insert into class_teacher (community_id, class_id, person_id, external_id) select $1, id, $4, 't' from c),
     e as (insert into class_enrollment (community_id, student_id, class_id, school_id, access_school_id, external_id) select $1, $5, id, $3, $3, 'e' from c)
     select id from c`,
    [town.id.community, town.id.district, school_id, grace.person, child],
  )
  mathematics = rows[0]!.id
})
afterAll(() => town.db.close())

const as = <T>(who: Session, work: Parameters<typeof town.db.database.as<T>>[2]) => town.db.database.as(who, null, work)
const save = (who: Session, more: Partial<ReviewText>) =>
  as(who, (tx) => tx(review.saveReview(child, { revision: 0, strengths: '', marks: {}, isDone: false, ...more })))
const read = (who: Session) => as(who, (tx) => tx(review.listReviews(child)))
const roster = (who: Session) => as(who, (tx) => tx(review.listToReview({ class: mathematics })))
const forget = () =>
  town.db.owner.query(`delete from need_change; delete from need; delete from strength; delete from student_review`)

test('a review is saved as it is written, taken up again, and by two windows only one after the other', async () => {
  expect(await roster(grace)).toMatchObject([{ studentId: child, state: 'open', isClosed: false }])
  await save(grace, { strengths: 'Explains things' })
  expect(await read(grace)).toMatchObject([
    { strengths: 'Explains things', revision: 1, isDone: false, isThisYear: true },
  ])
  await expect(save(grace, { strengths: 'Other' })).rejects.toMatchObject({ code: 'CN409', hint: 'review_changed' })
  await save(grace, { revision: 1, marks: { academic: { standing: 'watch', words: 'Fractions' } } })
  expect(await roster(grace)).toMatchObject([{ state: 'begun' }])
  const both = await Promise.allSettled([save(dana, { revision: 2 }), save(luis, { revision: 2 })])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await as(dana, (tx) => tx(listNeeds(child)))).length).toBe(0)
})

test('a finished review becomes strengths and needs, each once, with the review as their source', async () => {
  await forget()
  const marks = {
    academic: { standing: 'need' as const, words: 'Someone who explains fractions' },
    health: { standing: 'well' as const, words: '' },
  }
  await save(dana, { strengths: 'Fixes bikes\n\nPatient', marks, isDone: true })
  await save(luis, { revision: 1, strengths: 'Fixes bikes\nPatient\nSings', marks, isDone: true })
  const needs = await as(ruth, (tx) => tx(listNeeds(child)))
  expect(needs).toMatchObject([{ domain: 'academic', source: 'review', status: 'open', body: marks.academic.words }])
  const strengths = await as(ngozi, (tx) => tx(listStrengths(child)))
  expect(strengths.map(({ body }) => body).sort()).toEqual(['Fixes bikes', 'Patient', 'Sings'])
  expect(await roster(dana)).toMatchObject([{ state: 'done' }])
  const { domain, severity, knownSince, body } = needs[0]!
  const met = { revision: 1, domain, severity, knownSince, body, status: 'met' as const, statusWord: '' }
  await as(dana, (tx) => tx(changeNeed(needs[0]!.id, met)))
})

test('a review says something, and a need in it says what', async () => {
  await forget()
  await expect(save(dana, { isDone: true })).rejects.toMatchObject({ hint: 'review_empty' })
  const marks = { safety: { standing: 'need' as const, words: ' ' } }
  await expect(save(dana, { marks, isDone: true })).rejects.toMatchObject({ hint: 'review_words' })
  expect(await read(dana)).toEqual([])
})

test('a teacher reads the own review alone and is told that somebody else has done one; family and partner read none', async () => {
  await forget()
  await save(dana, { strengths: 'Draws', isDone: true })
  expect([await read(grace), await read(ngozi)]).toEqual([[], []])
  expect(await roster(grace)).toMatchObject([{ state: 'done', isClosed: true }])
  await expect(save(grace, { strengths: 'Mine' })).rejects.toMatchObject({ hint: 'review_others' })
  await expect(save(ruth, { revision: 1, strengths: 'Mine' })).rejects.toMatchObject({ hint: 'not_found' })
  await expect(save(ngozi, { revision: 1, strengths: 'Mine' })).rejects.toMatchObject({ hint: 'not_your_role' })
  expect(await read(ruth)).toMatchObject([{ strengths: 'Draws' }])
})

test('classes and grades tell how many of their students were reviewed, to those at school alone', async () => {
  expect(await as(grace, (tx) => tx(review.listClassGroups()))).toMatchObject([
    { title: 'Mathematics 7', total: 1, done: 1 },
  ])
  expect(await as(dana, (tx) => tx(review.listClassGroups()))).toMatchObject([
    { classId: mathematics, total: 1, done: 1 },
  ])
  for (const who of [ngozi, town.tutor]) expect(await as(who, (tx) => tx(review.listClassGroups()))).toEqual([])
})
