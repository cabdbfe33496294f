import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp, type App } from '#platform/app.ts'
import { openSmallTown, type SmallTown } from '../../test/small-town.ts'
import { newVisitor, type Visitor } from '../../test/visitor.ts'
import { people } from './index.ts'
import { hashPassword } from './sign-in/passwords.ts'

let town: SmallTown
let app: App
const password = 'four words in a row'
const one = async (text: string, values: unknown[] = []) => (await town.db.owner.query(text, values)).rows[0]

async function addHat(name: string, role: string, scope: { school?: string; district?: string }) {
  const { community } = town.id
  const person = await one(
    'insert into person (community_id, given_name, family_name, is_worker) values ($1, $2, $3, true) returning id',
    [community, name, 'Tester'],
  )
  const account = await one('insert into platform.account (email, password_hash) values ($1, $2) returning id', [
    `${name.toLowerCase()}@town.example`,
    await hashPassword(password),
  ])
  await town.db.owner.query('insert into platform.account_person values ($1, $2, $3)', [
    account.id,
    community,
    person.id,
  ])
  const membership = await one(
    `insert into membership (community_id, person_id, role, school_id, district_id, from_on, approved_at)
     values ($1, $2, $3, $4, $5, '2020-01-01', now()) returning id`,
    [community, person.id, role, scope.school ?? null, scope.district ?? null],
  )
  return membership.id as string
}

beforeAll(async () => {
  town = await openSmallTown()
  app = await buildApp(town.db.database, [people], { requestsPerMinute: 100_000 })
  await addHat('Stella', 'data_steward', { district: town.id.district })
  await addHat('Cora', 'coordinator', { school: town.id.school })
  await addHat('Theo', 'counselor', { school: town.id.school })
})
afterAll(async () => {
  await app.close()
  await town.db.close()
})

const signedIn = async (name: string, word = password) => {
  const visitor = newVisitor(app)
  expect((await visitor.post('/session', { email: `${name}@town.example`, password: word })).statusCode).toBe(201)
  return visitor
}
const invitation = (more: object) => ({
  email: 'new@town.example',
  givenName: 'New',
  familyName: 'One',
  locale: 'en',
  ...more,
})
const invite = (visitor: Visitor, more: object) => visitor.post('/town/invitations', invitation(more))
const tokenTo = async (email: string) =>
  /invitation\/(\S+)/.exec(
    (
      await one(
        "select body from platform.outbox where recipient = $1 and kind = 'invitation' order by queued_at desc",
        [email],
      )
    ).body,
  )![1]!

test('a steward invites a teacher to a school: the role begins with the acceptance, at that school', async () => {
  const steward = await signedIn('stella')
  const made = await invite(steward, { role: 'counselor', schoolId: town.id.school, locale: 'es' })
  expect(made.statusCode).toBe(201)
  expect(await one("select locale, subject from platform.outbox where recipient = 'new@town.example'")).toEqual({
    locale: 'es',
    subject: 'Invitación a Town en Concentric',
  })
  expect((await one("select count(*)::int as n from person where given_name = 'New'")).n).toBe(0)
  const visitor = newVisitor(app)
  const token = await tokenTo('new@town.example')
  expect((await visitor.get(`/invitations/${token}`)).json()).toMatchObject({
    role: 'counselor',
    place: 'North',
    hasAccount: false,
  })
  expect((await visitor.post(`/invitations/${token}/acceptance`, { password })).statusCode).toBe(201)
  expect((await visitor.get('/session')).json().hat).toMatchObject({
    role: 'counselor',
    place: 'North',
    personName: 'New One',
  })
  expect((await steward.get('/town/invitations')).json()[0]).toMatchObject({
    mail: 'waiting',
    role: 'counselor',
    place: 'North',
  })
  expect((await visitor.post(`/invitations/${token}/acceptance`, { password })).statusCode).toBe(404)
})

test('a coordinator invites partners’ workers and nobody else, a counselor nobody', async () => {
  const coordinator = await signedIn('cora')
  const partner = { email: 'helper@town.example', role: 'partner_worker', organizationId: town.id.organization }
  expect((await invite(coordinator, partner)).statusCode).toBe(201)
  for (const role of ['counselor', 'data_steward', 'teacher'])
    expect((await invite(coordinator, { role, schoolId: town.id.school })).json().code).toBe('not_your_role')
  expect((await invite(await signedIn('theo'), partner)).json().code).toBe('not_your_role')
  expect((await coordinator.get('/town/invitations')).json()).toHaveLength(1)
  expect((await (await signedIn('theo')).get('/town/invitations')).json()).toEqual([])
  expect((await (await signedIn('theo')).get('/town/invitations/places')).statusCode).toBe(404)
})

test('a teacher whom the files name is invited to the role on record, stays the person of the files, and loses it with them', async () => {
  const { community, school } = town.id
  const rostered = await one(
    "insert into person (community_id, given_name, family_name, is_worker) values ($1, 'Rosa', 'Lind', true) returning id",
    [community],
  )
  const membership = await one(
    `insert into membership (community_id, person_id, role, school_id, from_on, approved_at) values ($1, $2, 'teacher', $3, '2020-01-01', now())
     returning id`,
    [community, rostered.id, school],
  )
  const who = { email: 'rosa@town.example', givenName: '', familyName: '', membershipId: membership.id as string }
  expect((await invite(await signedIn('cora'), who)).json().code).toBe('not_your_role')
  const steward = await signedIn('stella')
  expect((await invite(steward, { ...who, role: 'principal', schoolId: school })).json().code).toBe('invalid')
  expect((await invite(steward, who)).statusCode).toBe(201)
  const rosa = newVisitor(app)
  const token = await tokenTo(who.email)
  expect((await rosa.get(`/invitations/${token}`)).json()).toMatchObject({ role: 'teacher', place: 'North' })
  expect((await rosa.post(`/invitations/${token}/acceptance`, { password })).statusCode).toBe(201)
  expect((await rosa.get('/session')).json().hat).toMatchObject({ role: 'teacher', personName: 'Rosa Lind' })
  expect((await one("select count(*)::int as n from person where family_name = 'Lind'")).n).toBe(1)
  expect((await invite(steward, who)).json().code).toBe('has_account')
  await town.db.owner.query('update membership set withdrawn_at = now() where id = $1', [membership.id])
  expect((await rosa.get('/session')).json().hat).toBeNull()
  expect((await invite(steward, who)).statusCode).toBe(404)
})

test('nobody is invited to a school of another district', async () => {
  const { community } = town.id
  const district = await one("insert into district (community_id, name) values ($1, 'Elsewhere') returning id", [
    community,
  ])
  const school = await one(
    "insert into school (community_id, district_id, external_id, name) values ($1, $2, '9', 'Far') returning id",
    [community, district.id],
  )
  const answer = await invite(await signedIn('stella'), { role: 'teacher', schoolId: school.id })
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid'])
})

test('an invitation that is withdrawn, sent again or expired opens nothing by its old link', async () => {
  const steward = await signedIn('stella')
  const email = 'often@town.example'
  const { id } = (await invite(steward, { email, role: 'teacher', schoolId: town.id.school })).json()
  const first = await tokenTo(email)
  expect((await steward.post(`/town/invitations/${id}/mail`)).statusCode).toBe(201)
  const second = await tokenTo(email)
  const opens = async (token: string) => (await newVisitor(app).get(`/invitations/${token}`)).statusCode
  expect([await opens(first), await opens(second)]).toEqual([404, 200])
  await town.db.owner.query("update platform.invitation set expires_at = now() - interval '1 second' where id = $1", [
    id,
  ])
  expect(await opens(second)).toBe(404)
  await steward.post(`/town/invitations/${id}/mail`)
  const third = await tokenTo(email)
  expect(await opens(third)).toBe(200)
  expect((await (await signedIn('cora')).delete(`/town/invitations/${id}`)).statusCode).toBe(404)
  expect((await steward.delete(`/town/invitations/${id}`)).statusCode).toBe(200)
  expect(await opens(third)).toBe(404)
})

test('an account that exists is signed in first, and then has one hat more', async () => {
  await invite(await signedIn('stella'), {
    email: 'theo@town.example',
    role: 'coordinator',
    schoolId: town.id.otherSchool,
  })
  const token = await tokenTo('theo@town.example')
  expect(
    (await newVisitor(app).post(`/invitations/${token}/acceptance`, { password: 'somebody else here' })).statusCode,
  ).toBe(401)
  expect((await (await signedIn('cora')).post(`/invitations/${token}/acceptance/here`)).json().code).toBe(
    'other_account',
  )
  const theo = await signedIn('theo')
  expect((await theo.post(`/invitations/${token}/acceptance/here`)).statusCode).toBe(201)
  expect(
    (await theo.get('/session'))
      .json()
      .hats.map((hat: { role: string }) => hat.role)
      .sort(),
  ).toEqual(['coordinator', 'counselor'])
})

test('a guardian on record is invited to the guardianship that was approved, and sees that child', async () => {
  const { community, child } = town.id
  const person = await one(
    "insert into person (community_id, given_name, family_name) values ($1, 'Gil', 'A') returning id",
    [community],
  )
  const guardianship = await one(
    `insert into guardianship (community_id, person_id, student_id, relation, from_on) values ($1, $2, $3, 'mother', '2020-01-01') returning id`,
    [community, person.id, child],
  )
  const coordinator = await signedIn('cora')
  const wish = { email: 'gil@town.example', guardianshipId: guardianship.id }
  expect((await invite(coordinator, wish)).statusCode).toBe(404)
  await town.db.owner.query('update guardianship set approved_at = now() where id = $1', [guardianship.id])
  expect((await invite(coordinator, wish)).statusCode).toBe(201)
  const visitor = newVisitor(app)
  await visitor.post(`/invitations/${await tokenTo('gil@town.example')}/acceptance`, { password })
  expect((await visitor.get('/session')).json().hat).toMatchObject({ role: 'guardian', studentName: 'Dana A' })
  expect((await invite(coordinator, wish)).json().code).toBe('has_account')
})

test('the steward sees when staff last signed in and how often it was refused, and no address of a network', async () => {
  await newVisitor(app).post('/session', { email: 'cora@town.example', password: 'a guess' })
  const steward = await signedIn('stella')
  const staff = (await steward.get('/town/staff')).json()
  const cora = staff.find((each: { personName: string }) => each.personName === 'Cora Tester')
  expect(cora).toMatchObject({ role: 'coordinator', place: 'North', lastHow: 'password', refused: 1, hasSecond: false })
  expect(JSON.stringify(staff)).not.toMatch(/10\.0\.|Mozilla/)
  expect((await (await signedIn('cora')).get('/town/staff')).statusCode).toBe(404)
})

test('a role that the steward ends opens nothing from the next request on', async () => {
  const theo = await signedIn('theo')
  const { hats } = (await theo.get('/session')).json()
  const counselor = hats.find((hat: { role: string }) => hat.role === 'counselor')
  await theo.put('/session/hat', { hat: counselor.id })
  expect((await theo.get('/session')).json().timeZone).toBe('UTC')
  const steward = await signedIn('stella')
  expect((await (await signedIn('cora')).post(`/town/staff/${counselor.id}/end`)).json().code).toBe('not_your_role')
  expect((await steward.post(`/town/staff/${counselor.id}/end`)).statusCode).toBe(201)
  expect((await theo.get('/town/proposals')).json().code).toBe('hat_ended')
  const own = (await steward.get('/session')).json().hat.id
  expect((await steward.post(`/town/staff/${own}/end`)).json().code).toBe('own_hat')
})
