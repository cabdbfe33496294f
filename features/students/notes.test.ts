import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '#platform/database.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { guardianOf, sessionFor, type TownPerson } from '../../test/town-people.ts'
import * as notes from './notes/queries.ts'
import { listNotes, listRestrictedNotes } from './queries.ts'

let town: SmallTown
let child: string
let luis: TownPerson
let dana: TownPerson
let ruth: TownPerson
let priya: TownPerson
let ngozi: TownPerson

beforeAll(async () => {
  town = await openSmallTown()
  child = town.id.child
  const school_id = town.id.school
  luis = await sessionFor(town, 'Luis', 'counselor', { school_id })
  dana = await sessionFor(town, 'Dana', 'coordinator', { school_id })
  ruth = await sessionFor(town, 'Ruth', 'principal', { school_id })
  priya = await sessionFor(town, 'Priya', 'data_steward', { district_id: town.id.district })
  ngozi = await guardianOf(town, 'Ngozi', child)
})
afterAll(() => town.db.close())

async function as<T>(who: Session, work: Parameters<typeof town.db.database.as<T>>[2]) {
  return town.db.database.as(who, null, work)
}
const said = (body: string) => ({ body, kind: 'phone_call' as const, happenedOn: town.today })
const write = (who: Session, body: string, isRestricted = false) =>
  as(who, async (tx) => (await tx(notes.writeNote(child, isRestricted, said(body))))[0]!.id)
const readNotes = (who: Session) => as(who, (tx) => tx(listNotes(child)))
const change = (who: Session, id: string, body: string, revision: number) =>
  as(who, (tx) => tx(notes.changeNote(id, { ...said(body), revision })))

test('a note says of what kind it is and when that happened, and never tells of tomorrow', async () => {
  const id = await write(dana, 'Called home')
  const note = (await readNotes(ruth)).find((each) => each.id === id)
  expect(note).toMatchObject({ kind: 'phone_call', happenedOn: town.today, revision: 1, isMine: false })
  const tomorrow = { body: 'x', kind: 'other' as const, happenedOn: '2999-01-01' }
  await expect(as(dana, (tx) => tx(notes.writeNote(child, false, tomorrow)))).rejects.toMatchObject({ hint: 'not_yet' })
})

test('the author changes a note, and whoever reads it can read what it said before', async () => {
  const id = await write(dana, 'First')
  await change(dana, id, 'Second', 1)
  expect((await readNotes(ruth)).find((each) => each.id === id)).toMatchObject({ body: 'Second', revision: 2 })
  const before = await as(ruth, (tx) => tx(notes.listRevisions(child, id)))
  expect(before).toMatchObject([{ revision: 1, body: 'First', kind: 'phone_call' }])
  expect(await as(ngozi, (tx) => tx(notes.listRevisions(child, id)))).toEqual([])
})

test('two windows change one note: one wins, the other is told and nothing is overwritten', async () => {
  const id = await write(dana, 'First')
  const both = await Promise.allSettled([change(dana, id, 'One', 1), change(dana, id, 'Two', 1)])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = both.find((each) => each.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'CN409', hint: 'note_changed' })
  const note = (await readNotes(dana)).find((each) => each.id === id)!
  expect(note.revision).toBe(2)
  expect(['One', 'Two']).toContain(note.body)
})

test('nobody changes or marks another person’s note', async () => {
  const id = await write(dana, 'Mine')
  await expect(change(luis, id, 'Not mine', 1)).rejects.toMatchObject({ hint: 'not_found' })
  await expect(as(luis, (tx) => tx(notes.markNote(id, false, true)))).rejects.toMatchObject({ hint: 'not_found' })
  expect((await readNotes(luis)).find((each) => each.id === id)).toMatchObject({ body: 'Mine', inErrorAt: null })
})

test('a mistake is marked and not deleted, and the mark can be taken away', async () => {
  const id = await write(dana, 'About somebody else')
  await as(dana, (tx) => tx(notes.markNote(id, false, true)))
  expect((await readNotes(ruth)).find((each) => each.id === id)!.inErrorAt).not.toBeNull()
  await as(dana, (tx) => tx(notes.markNote(id, false, false)))
  expect((await readNotes(ruth)).find((each) => each.id === id)!.inErrorAt).toBeNull()
})

test('a restricted note is opened with a reason, which the steward and the author read', async () => {
  const id = await write(luis, 'Only for us', true)
  const open = (who: Session, reason: string) =>
    as(who, async (tx) => (await tx(notes.openRestrictedNote(child, id, reason)))[0])
  expect(await open(town.session, 'Preparing the meeting')).toEqual({ body: 'Only for us' })
  await expect(open(town.session, ' ')).rejects.toMatchObject({ hint: 'opening_reason_needed' })
  for (const who of [dana, ruth, priya, ngozi, town.tutor])
    await expect(open(who, 'I am curious')).rejects.toMatchObject({ hint: 'not_found' })
  const openings = (who: Session) => as(who, (tx) => tx(notes.listRestrictedOpenings()))
  const line = { reason: 'Preparing the meeting', personName: 'Ines Okafor', authorName: 'Luis Town' }
  expect(await openings(priya)).toMatchObject([line])
  expect(await openings(luis)).toMatchObject([line])
  for (const who of [dana, ruth, ngozi, town.tutor, town.session]) expect(await openings(who)).toEqual([])
})

test('that there is a restricted note is known to those who may open it, and to nobody else', async () => {
  const count = async (who: Session) => (await as(who, (tx) => tx(listRestrictedNotes(child)))).length
  expect(await count(luis)).toBeGreaterThan(0)
  for (const who of [dana, ruth, priya, ngozi, town.tutor]) expect(await count(who)).toBe(0)
})

test('no statement of the server reads the text of a restricted note, whoever has entered', async () => {
  const text = { text: 'select body from restricted_note', values: [] }
  await expect(as(luis, (tx) => tx(text))).rejects.toMatchObject({ code: '42501' })
  expect((await town.db.owner.query('select body from restricted_note')).rowCount).toBeGreaterThan(0)
})

test('a draft is its author’s alone, goes when the text is sent, and is never overwritten by another window', async () => {
  const draft = (body: string, version: number) => notes.saveDraft(child, 'notes', { body, details: {}, version })
  expect(await as(dana, (tx) => tx(draft('Half a sen', 0)))).toEqual([{ version: 1 }])
  expect(await as(dana, (tx) => tx(draft('Half a sentence', 1)))).toEqual([{ version: 2 }])
  await expect(as(dana, (tx) => tx(draft('The other window', 0)))).rejects.toMatchObject({ hint: 'draft_changed' })
  const found = (who: Session) => as(who, (tx) => tx(notes.findDraft(child, 'notes')))
  expect(await found(dana)).toMatchObject([{ body: 'Half a sentence', version: 2 }])
  expect(await found(luis)).toEqual([])
  await expect(found(ruth)).rejects.toMatchObject({ hint: 'not_found' })
  await write(dana, 'Half a sentence, and the rest')
  expect(await found(dana)).toEqual([])
})
