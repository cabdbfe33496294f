import type { Chance } from '#features/access/chance.ts'
import { elements } from '#features/access/oracle-matrix.ts'
import { mayKnowOf, mayReadStatement, type Visit } from '#features/access/oracle-questions.ts'
import { hatsOf, heldElements, isWorn, mayOpen, mayWrite, schoolOfRecord, whyNotRead } from '#features/access/oracle.ts'
import {
  keyOf,
  rowsOf,
  studentTables,
  type Hat,
  type Opened,
  type Student,
  type World,
} from '#features/access/world.ts'
import { sql, type Opening, type Session, type Tx } from '#platform/database.ts'
import type { TestDatabase } from './database.ts'
import { everythingSeen, programOf, sessionOf, studentTableNames, type Seen } from './world-store.ts'

const nothingOpened: Opened = { elements: [], students: [] }

type Scope = { schools: string[] | null; students: string[] | null }
type Told = { questions: string[]; statements: string[] }
type Answer = { seen: Seen; scopes: Record<string, Scope>; who?: Record<string, string[]>; told?: Told }

const scopes = elements
  .map(
    (e) =>
      `'${e}', jsonb_build_object('schools', access.write_schools('${e}'), 'students', access.write_students('${e}'))`,
  )
  .join(', ')
const who = `select coalesce(jsonb_object_agg(id, seers), '{}') as who from (select s.id, array_agg(concat_ws('|', w.person_name, w.role,
  array_to_string(w.elements, ',')) order by 1) as seers from student s, lateral access.who_can_see(s.id) w group by s.id) x`

/** Runs a statement that was planned once for its connection: planning two dozen policies takes longer than answering. */
async function planned(tx: Tx, name: string, text: string): Promise<Partial<Answer>> {
  const [known] = await tx(sql`select from pg_prepared_statements where name = ${name}`)
  if (!known) await tx({ text: `prepare ${name} as ${text}`, values: [] })
  const [row] = await tx({ text: `execute ${name}`, values: [] })
  return row as Partial<Answer>
}

/** The questions that the reader may know of, and the statements beside facts of these students, whether or not in sight. */
async function toldOf(tx: Tx, students: string[]): Promise<Told> {
  const [told] = await tx(sql<Told>`
    select array(select id from access.list_corrections(null)) as questions,
      array(select l.body from unnest(${students}::uuid[]) as s (id), lateral access.list_statements(s.id) l) as statements`)
  return told!
}

type Wish = { who: Session; opening: Opening; seers: boolean; questionsOf: string[] | null }

/** What a visit showed: every row of every table, what may be written, and, where asked for, who can see whom and what is in question. */
const visit = (db: TestDatabase, { who: session, opening, seers, questionsOf }: Wish): Promise<Answer> =>
  db.database.as(session, opening, async (tx) => {
    const seen = await planned(tx, 'everything', `${everythingSeen()}, jsonb_build_object(${scopes}) as scopes`)
    const asked = seers ? await planned(tx, 'seers', who) : {}
    return { ...seen, ...asked, ...(questionsOf && { told: await toldOf(tx, questionsOf) }) } as Answer
  })

/** A random opening, and the elements and students that it names by the plain reading of it. */
export function openingOf(
  world: World,
  hat: Hat,
  chance: Chance,
  named: readonly string[] = elements,
): { opening: Opening; opened: Opened } {
  if (hat.role !== 'partner_worker') return { opening: null, opened: nothingOpened }
  const asked = chance.is(0.5) ? elements : chance.some(elements, 0.4)
  const { opening, opened } = openingFor(
    world,
    hat,
    chance,
    asked.filter((element) => named.includes(element)),
  )
  return { opening: { ...opening, elements: [...asked] }, opened }
}

function openingFor(world: World, hat: Hat, chance: Chance, wanted: string[]): { opening: Opening; opened: Opened } {
  const kind = chance.pick(['mine', 'mine', 'ids', 'referrals', 'nothing'])
  if (kind === 'nothing') return { opening: { elements: [...wanted] }, opened: nothingOpened }
  if (kind === 'ids') {
    const students = chance.some(world.student, 0.6).map((s) => s.id)
    return { opening: { elements: [...wanted], students }, opened: { elements: wanted, students } }
  }
  if (kind === 'referrals') {
    const chosen = chance.some(world.rows.referral, 0.6)
    const students = chosen.filter((r) => r.organization_id === hat.organizationId).map((r) => r.student_id)
    return {
      opening: { elements: [...wanted], referrals: chosen.map((r) => r.id!) },
      opened: { elements: wanted, students },
    }
  }
  const page = chance.is(0.3) ? { limit: 1 + chance.below(2), offset: chance.below(2) } : {}
  const nameOf = (s: Student) => `${s.family_name} ${s.given_name}`
  const mine = world.student
    .filter((s) => wanted.some((element) => mayOpen(world, hat, s, element)))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .slice(page.offset ?? 0, (page.offset ?? 0) + (page.limit ?? 50))
  return {
    opening: { elements: [...wanted], students: 'mine', ...page },
    opened: { elements: wanted, students: mine.map((s) => s.id) },
  }
}

/** Every difference between what the database shows and lets write and what the oracle says, each as a sentence. */
export async function differences(
  db: TestDatabase,
  world: World,
  chance: Chance,
  only: string[] = [],
): Promise<string[]> {
  const visits = hatsOf(world).filter(
    (hat) => only.includes(hat.id) || chance.is(hat.role === 'partner_worker' ? 0.8 : 0.35),
  )
  return (await Promise.all(visits.map((hat) => differencesOfHat(db, world, hat, chance)))).flat()
}

const nameOfHat = (world: World, hat: Hat) =>
  `world ${world.seed}, ${hat.role} ${world.person.find((p) => p.id === hat.personId)?.given_name} (${hat.kind} ${hat.id})`

async function differencesOfHat(db: TestDatabase, world: World, hat: Hat, chance: Chance): Promise<string[]> {
  const token = chance.is(0.3) ? world.tokens.find((each) => each.hat_id === hat.id) : undefined
  const named = token?.elements ?? elements
  const { opening, opened } = openingOf(world, hat, chance, named)
  const name = `${nameOfHat(world, hat)}${token ? `, by a token for ${named.join(', ') || 'nothing'},` : ''}`
  const answer = await visit(db, {
    who: token ? programOf(hat) : sessionOf(hat),
    opening,
    seers: !token && hat.role !== 'partner_worker' && chance.is(0.2),
    questionsOf: chance.is(0.2) ? world.student.map(({ id }) => id) : null,
  }).catch((error: Error & { hint?: string }) => error)
  const refusal = token?.revoked_at ? 'not_signed_in' : isWorn(world, hat) ? undefined : 'hat_ended'
  if (refusal)
    return answer instanceof Error && answer.hint === refusal ? [] : [`${name} is not refused with ${refusal}`]
  if (answer instanceof Error) return [`${name} does not enter: ${answer.message}`]
  return [
    ...differencesInReading(world, hat, { opened, named }, answer.seen),
    ...differencesInWriting(world, hat, { opened, named }, answer.scopes),
    ...differencesInSeers(world, hat, answer),
    ...(answer.told ? differencesInQuestions(world, hat, { opened, named }, answer.told) : []),
  ].map((difference) => `${name} ${difference}${opening ? `, opening ${JSON.stringify(opening)}` : ''}`)
}

function differencesInQuestions(world: World, hat: Hat, visit: Visit, told: Told) {
  const questions = world.correction_request.filter((each) => mayKnowOf(world, hat, each, visit)).map(({ id }) => id)
  const statements = world.record_statement.filter((each) => mayReadStatement(world, hat, each, visit))
  return [
    ...setsApart('question', told.questions, questions),
    ...setsApart(
      'statement',
      told.statements,
      statements.map(({ body }) => body),
    ),
  ]
}

const setsApart = (what: string, told: string[], expected: string[]) => [
  ...told.filter((id) => !expected.includes(id)).map((id) => `is told of ${what} ${id}, and should not be`),
  ...expected.filter((id) => !told.includes(id)).map((id) => `is not told of ${what} ${id}, and should be`),
]

const studentOf = (world: World, id: string) => world.student.find((s) => s.id === id)!

function differencesInReading(world: World, hat: Hat, { opened, named }: Visit, seen: Seen) {
  return studentTableNames.flatMap((table) => {
    const shown = new Set(seen[table])
    const found = rowsOf(world, table).flatMap((row) => {
      const isNamed = named.includes(studentTables[table])
      const whyNot = isNamed ? whyNotRead(world, hat, table, row, opened) : 'the token does not name it'
      const isShown = shown.delete(keyOf(table, row))
      const about = `a row of ${table} about ${studentOf(world, row.student_id).given_name} (${JSON.stringify(row)})`
      if (isShown && whyNot) return [`sees ${about}, and should not: ${whyNot}`]
      return !isShown && !whyNot ? [`does not see ${about}, and should`] : []
    })
    return [...found, ...[...shown].map((key) => `sees row ${key} of ${table}, which is not of this world`)]
  })
}

const differencesInWriting = (world: World, hat: Hat, { opened, named }: Visit, scopes: Answer['scopes']) =>
  elements.flatMap((element) =>
    world.student.flatMap((student) => {
      const { schools, students } = scopes[element]!
      const may = schools?.includes(schoolOfRecord(world, student.id)!) || students?.includes(student.id) || false
      const should = named.includes(element) && mayWrite(world, hat, student, element, opened)
      return may === should
        ? []
        : [`may ${may ? '' : 'not '}write ${element} of ${student.given_name}, and should ${should ? '' : 'not'}`]
    }),
  )

function differencesInSeers(world: World, hat: Hat, { seen, who }: Answer) {
  if (!who) return []
  return seen.student.flatMap((id) => {
    const told = who[id] ?? []
    const expected = seersOf(world, hat, studentOf(world, id))
    const wrong = told.filter((seer) => !expected.includes(seer)).join('; ') || 'nobody wrong'
    const missing = expected.filter((seer) => !told.includes(seer)).join('; ') || 'nobody'
    if (told.length === expected.length && wrong === 'nobody wrong' && missing === 'nobody') return []
    return [`is told of ${wrong} and not told of ${missing} among those who can see ${studentOf(world, id).given_name}`]
  })
}

/** Who can see the student; a guardian is not told of another guardian. */
const seersOf = (world: World, viewer: Hat, student: Student) =>
  hatsOf(world)
    .filter((hat) => isWorn(world, hat))
    .filter((hat) => viewer.kind !== 'guardianship' || hat.kind !== 'guardianship' || hat.personId === viewer.personId)
    .flatMap((hat) => {
      const held = heldElements(world, hat, student).sort()
      const person = world.person.find((p) => p.id === hat.personId)!
      return held.length ? [`${person.given_name} ${person.family_name}|${hat.role}|${held.join(',')}`] : []
    })
    .sort()
