import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sql, type Session } from '#platform/database.ts'
import { checksum } from './fixtures/checksum.ts'
import { district, districtHeaders, districtRows } from './fixtures/district.ts'
import { openImportTown, type ImportTown } from './fixtures/town.ts'

// Several imports one after another in each test.
vi.setConfig({ testTimeout: 120_000 })

let town: ImportTown
beforeAll(async () => {
  town = await openImportTown()
  await makeTown()
})
afterAll(() => town?.close())

// A class without a term, so that it runs on whatever day the test does.
const openClass = { 'classes.csv': ['c3,,,Seminar,09,k1,S,scheduled,,s1,,,,2'] }
const enrolled = { 'enrollments.csv': ['e6,,,c3,s1,000001,student,false,,', 'e7,,,c3,s1,w1,teacher,true,,'] }
const withoutHer = (rows: string[]) => rows.filter((row) => !row.startsWith('w1,') && !row.includes(',w1,'))
const fullSet = () => district({ more: { ...openClass, ...enrolled } })
const setWithoutHer = () =>
  district({
    rows: Object.fromEntries(Object.entries(districtRows).map(([file, rows]) => [file, withoutHer(rows)])),
    more: { ...openClass, 'enrollments.csv': withoutHer(enrolled['enrollments.csv']) },
  })
const changed = (file: string, from: string, to: string) => {
  const files = fullSet()
  const text = files[file]!
  expect(text).toContain(from)
  return { ...files, [file]: text.replace(from, to) }
}

let hats = 0
/** Signs the teacher of the roster in with a hat of hers. */
async function signedIn(kind: 'membership' | 'guardianship', hat: string): Promise<Session> {
  const tokenHash = createHash('sha256').update(`hat ${hats++}`).digest()
  await town.rows(
    `insert into platform.session (token_hash, account_id, community_id, hat_kind, hat_id, how, expires_at)
     select $1, ap.account_id, ap.community_id, $2, $3, 'password', now() + interval '1 hour'
     from platform.account_person ap join person p on p.id = ap.person_id where p.community_id = $4 and p.external_id = 'w1'`,
    [tokenHash, kind, hat, town.place.communityId],
  )
  return { tokenHash, hat }
}
let teacher: Session
let coordinator: Session
let parent: Session

/** Beside the class of the roster she has a role by the steward's hand, at the same school, and a child at the other one. */
async function makeTown() {
  await town.apply(fullSet())
  const { communityId } = town.place
  const account = randomUUID()
  await town.rows(
    `with a as (insert into platform.account (id, email) values ($1::uuid, $1::uuid::text || '@town.example') returning id)
     insert into platform.account_person (account_id, community_id, person_id)
     select $1::uuid, p.community_id, p.id from person p, a where p.community_id = $2 and p.external_id = 'w1'`,
    [account, communityId],
  )
  const [mine] = await town.rows<{ hat: string; person: string; school: string }>(
    `select m.id as hat, m.person_id as person, m.school_id as school from membership m join person p on p.id = m.person_id
     where m.community_id = $1 and p.external_id = 'w1' and m.role = 'teacher'`,
    [communityId],
  )
  const [byHand] = await town.rows<{ id: string }>(
    `insert into membership (community_id, person_id, role, school_id, from_on, approved_at) values ($1, $2, 'coordinator', $3, '2020-01-01', now()) returning id`,
    [communityId, mine!.person, mine!.school],
  )
  const [child] = await town.rows<{ id: string }>(
    `insert into guardianship (community_id, student_id, access_school_id, person_id, from_on, approved_at)
     select community_id, id, access_school_id, $2, '2020-01-01', now() from student where community_id = $1 and external_id = '000003' returning id`,
    [communityId, mine!.person],
  )
  teacher = await signedIn('membership', mine!.hat)
  coordinator = await signedIn('membership', byHand!.id)
  parent = await signedIn('guardianship', child!.id)
}

const names = sql<{ given_name: string }>`select given_name from student order by given_name`
/** Whom a session sees, or why it sees nobody. */
async function sees(session: Session) {
  try {
    return (await town.world.database.as(session, null, (tx) => tx(names))).map(({ given_name }) => given_name)
  } catch (error) {
    return (error as { hint?: string; code?: string }).hint ?? String(error)
  }
}
const writes = async (session: Session, number: string) => {
  const [ana] = await town.rows<{ id: string }>('select id from student where community_id = $1 and external_id = $2', [
    town.place.communityId,
    number,
  ])
  return town.world.database
    .as(session, null, (tx) => tx(sql`select act.write('strengths', ${ana!.id}, 'Draws well.', null)`))
    .then(
      () => 'written',
      (error) => (error as { hint?: string }).hint,
    )
}
const everything = async () => [await sees(teacher), await sees(coordinator), await sees(parent)]
const before = [['Ana'], ['Ana', 'Ben'], ['Chloé']]

/** Looks while an import holds; undoing it gives back exactly what it ended. */
async function during(files: Record<string, string>, look: (importId: string) => Promise<void>) {
  expect(await everything()).toEqual(before)
  const { id } = await town.apply(files)
  await look(id)
  await town.undo(id)
  expect(await everything()).toEqual(before)
}

const onlyHer = () => ({
  'manifest.csv': fullSet()['manifest.csv']!.replaceAll(',bulk', ',absent').replace('users,absent', 'users,delta'),
  'users.csv': `${districtHeaders['users.csv']}\nw1,tobedeleted,2026-03-01T00:00:00Z,true,s1,teacher,w,,Will,Teach,,,,,,,,,\n`,
})
test('a package of changes, laid over the full set, ends her roles', async () => {
  const was = await checksum(town)
  await during(onlyHer(), async (id) => {
    expect((await town.problems(id)).map(({ rule }) => rule)).not.toContain('changes_alone')
    expect(await everything()).toEqual(['hat_ended', 'hat_ended', ['Chloé']])
  })
  expect(await checksum(town)).toEqual(was)
})

test('a teacher whom the next full set no longer has sees and writes nothing with her next request', async () => {
  expect(await writes(teacher, '000001')).toBe('written')
  await during(setWithoutHer(), async () => {
    expect(await sees(teacher)).toBe('hat_ended')
    expect(await writes(teacher, '000001')).toBe('hat_ended')
    // What the steward gave by hand, and the own child, stay while the files only do not tell her.
    expect(await everything()).toEqual(['hat_ended', ['Ana', 'Ben'], ['Chloé']])
  })
})

test('whom the files say to be gone has no role left, and is still the parent of her child', async () => {
  await during(changed('users.csv', 'w1,,,true', 'w1,tobedeleted,2026-03-01T00:00:00Z,true'), async () => {
    expect(await everything()).toEqual(['hat_ended', 'hat_ended', ['Chloé']])
  })
})

test('a class whose teacher ended yesterday is not hers today', async () => {
  // The last day of OneRoster is the first that no longer counts.
  const [{ today }] = (await town.rows(`select access.day_in($1)::text as today`, [town.place.communityId])) as [
    { today: string },
  ]
  const ended = `e7,,,c3,s1,w1,teacher,true,2025-08-25,${today}`
  await during(changed('enrollments.csv', 'e7,,,c3,s1,w1,teacher,true,,', ended), async () => {
    expect(await sees(teacher)).toEqual([])
    expect(await writes(teacher, '000001')).toBe('not_found')
  })
})

test('who is switched off in the source has no role from its files', async () => {
  await during(changed('users.csv', 'w1,,,true', 'w1,,,false'), async (id) => {
    expect(await everything()).toEqual(['hat_ended', ['Ana', 'Ben'], ['Chloé']])
    expect((await town.problems(id)).map(({ rule }) => rule)).toContain('switched_off')
  })
})

test('a package of changes ends her roles also where no full set is known', async () => {
  // Since an import was undone nobody knows what the source told in full.
  const { id } = await town.apply(onlyHer())
  expect((await town.problems(id)).map(({ rule }) => rule)).toContain('changes_alone')
  expect(await everything()).toEqual(['hat_ended', 'hat_ended', ['Chloé']])
  // Told again, she has the class of the files again; what was given by hand the steward gives again.
  await town.apply(fullSet())
  expect(await everything()).toEqual([['Ana'], 'hat_ended', ['Chloé']])
})
