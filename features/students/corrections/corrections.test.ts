import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session, Statement } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { addFamily, type TownFamily } from '../../../test/town-family.ts'
import { sessionFor } from '../../../test/town-people.ts'
import { recordStatements, toRecord, recordElements } from '../record.ts'
import { answeredMail } from './answered-mail.ts'
import type { Correction, NewCorrection } from './contract.ts'
import * as query from './queries.ts'

let town: SmallTown
let family: TownFamily
let southCounselor: Session
beforeAll(async () => {
  town = await openSmallTown()
  family = await addFamily(town)
  southCounselor = await sessionFor(town, 'Vera', 'counselor', { school_id: town.id.otherSchool })
  await town.db.owner.query(
    `insert into attendance_event (community_id, student_id, access_school_id, school_id, on_date, code)
     values ($1, $2, $3, $3, '2026-03-02', 'unexcused_absence')`,
    [town.id.community, town.id.child, town.id.school],
  )
})
afterAll(() => town.db.close())

const acts = <Row>(who: Session, statement: Statement<Row>) => town.db.database.as(who, null, (tx) => tx(statement))
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: { hint?: string }) => error.hint,
  )
const aboutMonday: NewCorrection = {
  fact: 'attendance',
  on: '2026-03-02',
  wrong: 'She was at school: I brought her myself.',
  rightIs: 'Present',
}
const ask = async (who: Session, about = aboutMonday, student = town.id.child) =>
  (await acts(who, query.askCorrection(student, about)))[0]!.id
const listFor = (who: Session, student: string | null = null) => acts(who, query.listCorrections(student))
const oneFor = async (who: Session, id: string) => (await listFor(who)).find((each) => each.id === id)
const answer = (who: Session, { id, version }: Correction, kind: 'corrected' | 'not_changed', text: string) =>
  acts(who, query.answerCorrection(id, { version, answer: kind, text }, answeredMail('https://concentric.example')))
const statementsFor = async (who: Session) => {
  const opening = { elements: recordElements, students: [town.id.child] }
  const { rows } = await town.enter(recordStatements(town.id.child) as unknown as Statement[], opening, who)
  return toRecord(town.id.child, rows as never)?.statements.map(({ fact, on, body }) => [fact, on, body])
}

let asked: string

test('a guardian says that a day is wrong, and the school’s people who see that day read it', async () => {
  asked = await ask(family.mother)
  for (const who of [family.mother, family.steward, family.principal, town.session])
    expect((await oneFor(who, asked))?.was).toEqual(['unexcused_absence'])
  expect(await oneFor(family.mother, asked)).toMatchObject({ isMine: true, mayAnswer: false, state: 'open' })
  expect(await oneFor(family.steward, asked)).toMatchObject({ isMine: false, mayAnswer: true, askerKind: 'guardian' })
  expect(await refusalOf(ask(family.mother))).toBe('asked_already')
})

test('nobody else knows of it: another school, a partner, the other guardian', async () => {
  for (const who of [southCounselor, town.tutor, family.father]) expect(await listFor(who)).toEqual([])
  expect((await listFor(family.steward)).length).toBe(1)
})

test('nobody asks about a fact that is not in sight', async () => {
  expect(await refusalOf(ask(family.mother, aboutMonday, town.id.otherChild))).toBe('not_found')
  expect(await refusalOf(ask(town.tutor))).toBe('not_found')
  expect(await refusalOf(ask(southCounselor))).toBe('not_found')
  const contact = async (name: string) =>
    (await town.db.owner.query('select id from student_contact where name = $1', [name])).rows[0].id as string
  const phone = { fact: 'contact', wrong: 'The number changed.', rightIs: '555-0199' } as const
  expect(await refusalOf(ask(family.mother, { ...phone, label: await contact('Filip A') }))).toBe('not_found')
  const own = await ask(family.mother, { ...phone, label: await contact('Mara A') })
  expect(await oneFor(family.steward, own)).toMatchObject({ label: 'Mara A', was: ['Mara A · 555-0100'] })
})

test('only the data steward answers, with a reason where nothing is changed, and a stale answer is told', async () => {
  const seen = (await oneFor(family.steward, asked))!
  expect(await refusalOf(answer(town.session, seen, 'corrected', ''))).toBe('not_your_role')
  expect(await refusalOf(answer(family.mother, seen, 'corrected', ''))).toBe('not_your_role')
  expect(await refusalOf(answer(southCounselor, seen, 'corrected', ''))).toBe('not_found')
  expect(await refusalOf(answer(family.steward, seen, 'not_changed', ' '))).toBe('reason_missing')
  await answer(family.steward, seen, 'not_changed', 'The class teacher’s own list says absent.')
  expect(await refusalOf(answer(family.steward, seen, 'corrected', ''))).toBe('correction_changed')
  expect(await oneFor(family.mother, asked)).toMatchObject({
    state: 'answered',
    answer: 'not_changed',
    answerText: 'The class teacher’s own list says absent.',
  })
})

test('the one who asked is told by mail that there is an answer, in the own language and without a word of the child', async () => {
  const mails = async () =>
    (await town.db.owner.query('select recipient, locale, subject, body from platform.outbox')).rows
  expect(await mails()).toMatchObject([{ recipient: `${family.ids.mother}@town.example`, locale: 'en' }])
  await town.db.owner.query(`update platform.account set locale = 'es' where id = $1`, [family.ids.mother])
  const seen = (await oneFor(family.steward, asked))!
  await answer(family.steward, seen, 'not_changed', 'The class teacher’s own list says absent.')
  const [, second] = await mails()
  expect(second.subject).toBe('Respondieron a su pregunta')
  for (const word of ['Dana', 'Mara', 'absent', '2026', 'North', town.id.child])
    expect(JSON.stringify(await mails())).not.toContain(word)
})

test('a guardian whose rights have ended is not told', async () => {
  const before = (await town.db.owner.query('select from platform.outbox')).rowCount
  const rights = (day: string) =>
    town.db.owner.query(`update guardianship set until_on = ${day} where id = $1`, [family.ids.motherOf])
  await rights(`'2020-02-02'`)
  await answer(
    family.steward,
    (await oneFor(family.steward, asked))!,
    'not_changed',
    'The class teacher’s own list says absent.',
  )
  await rights('null')
  expect((await town.db.owner.query('select from platform.outbox')).rowCount).toBe(before)
})

test('the family’s statement stays with the record wherever the fact is shown, a partner’s page included', async () => {
  const seen = (await oneFor(family.mother, asked))!
  const body = 'I brought her at 7:50 and spoke with the office.'
  const add = (who: Session) => acts(who, query.addStatement(asked, { version: seen.version, body }))
  expect(await refusalOf(add(family.father))).toBe('not_found')
  expect(await refusalOf(add(family.steward))).toBe('not_your_role')
  await add(family.mother)
  const said = [['attendance', '2026-03-02', body]]
  for (const who of [family.mother, family.father, family.steward, town.session, town.tutor])
    expect(await statementsFor(who)).toEqual(said)
  expect(await statementsFor(southCounselor)).toBeUndefined()
  // The tutor's agreement without attendance: neither the day nor what is said of it.
  const lift = 'delete from agreement_element where agreement_id = $1 and element = $2'
  await town.db.owner.query(lift, [town.id.agreement, 'attendance'])
  expect(await statementsFor(town.tutor)).toEqual([])
})

test('whoever asked closes it, and the statement stays', async () => {
  const { version } = (await oneFor(family.mother, asked))!
  expect(await refusalOf(acts(family.steward, query.closeCorrection(asked, version)))).toBe('not_your_role')
  await acts(family.mother, query.closeCorrection(asked, version))
  expect(await oneFor(family.mother, asked)).toMatchObject({ state: 'closed', mayAnswer: false })
  expect(await statementsFor(family.mother)).toHaveLength(1)
  expect(await ask(family.mother)).not.toBe(asked)
})

test('no hand writes a fact, and nobody reads the table by the way', async () => {
  const { rows } = await town.db.owner.query('select code, withdrawn_at from attendance_event')
  expect(rows).toEqual([{ code: 'unexcused_absence', withdrawn_at: null }])
  for (const table of ['correction_request', 'record_statement'])
    await expect(town.enter([{ text: `select from ${table}`, values: [] }], null, family.steward)).rejects.toThrow(
      'permission denied',
    )
})
