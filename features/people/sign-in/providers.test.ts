import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp, type App } from '#platform/app.ts'
import { plainSite } from '#platform/site.ts'
import { openProvider, type TestProvider } from '../../../test/oidc-provider.ts'
import { openSmallTown, type SmallTown } from '../../../test/small-town.ts'
import { newVisitor, type Visitor } from '../../../test/visitor.ts'
import { hashOf, newToken } from '#platform/session.ts'
import { people } from '../index.ts'
import { addInvitation } from '../queries.ts'
import { hashPassword } from './passwords.ts'

let town: SmallTown
let app: App
let provider: TestProvider
const ines = 'ines@town.example'
const password = 'four words in a row'
const address = 'http://localhost:4000'

beforeAll(async () => {
  town = await openSmallTown()
  provider = await openProvider(() => `${address}/api/v1/session/provider/real/return`)
  const client = { clientId: 'concentric', clientSecret: 'a secret between the two' }
  const providers = [
    // Nobody listens on port 9 of this machine.
    { id: 'down', name: 'Down', issuer: 'http://127.0.0.1:9', ...client },
    { id: 'real', name: 'Real', issuer: provider.issuer, ...client },
  ]
  app = await buildApp(town.db.database, [people], {
    requestsPerMinute: 100_000,
    site: { ...plainSite(), address: () => address, providers },
  })
  const hash = await hashPassword(password)
  await town.db.owner.query('update platform.account set password_hash = $1', [hash])
})
afterAll(async () => {
  await app.close()
  await provider.close()
  await town.db.close()
})

const signedIn = async (email = ines) => {
  const visitor = newVisitor(app)
  expect((await visitor.post('/session', { email, password })).statusCode).toBe(201)
  return visitor
}
const isSignedIn = async (visitor: Visitor) => (await visitor.get('/session')).statusCode === 200
const leave = async (visitor: Visitor, wish: object = { intent: 'sign_in' }) =>
  (await visitor.post('/session/provider/real', wish)).json().url as string
const comeBack = async (visitor: Visitor, url: string) => {
  const { pathname, search } = new URL(url)
  return (await visitor.get(pathname + search)).headers.location
}
const there = async (visitor: Visitor, wish?: object) =>
  comeBack(visitor, await provider.walk(await leave(visitor, wish)))

test('whoever added a provider while signed in comes in by it afterwards', async () => {
  provider.signInAs({ subject: 'ines at the provider', email: ines })
  expect(await there(await signedIn(), { intent: 'add' })).toBe('/account')
  const visitor = newVisitor(app)
  expect(await there(visitor, { intent: 'sign_in', next: '/app/students' })).toBe(
    '/sign-in/done?next=%2Fapp%2Fstudents',
  )
  expect(await isSignedIn(visitor)).toBe(true)
  expect((await visitor.get('/account')).json().identities).toMatchObject([{ providerName: 'Real', email: ines }])
})

test('another person at the provider with the same e-mail address gets nothing', async () => {
  provider.signInAs({ subject: 'somebody else', email: ines })
  const visitor = newVisitor(app)
  expect(await there(visitor)).toBe('/sign-in?problem=identity_unknown')
  expect(await isSignedIn(visitor)).toBe(false)
})

test('one account of a provider opens one account here', async () => {
  provider.signInAs({ subject: 'ines at the provider', email: ines })
  expect(await there(await signedIn('ana@town.example'), { intent: 'add' })).toBe('/account?problem=identity_taken')
})

test('a provider that is down says so, and the others go on', async () => {
  const visitor = newVisitor(app)
  const answer = await visitor.post('/session/provider/down', { intent: 'sign_in' })
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'provider_down'])
  expect(answer.json().detail).toContain('Down does not answer')
  expect((await visitor.get('/session/ways')).json().providers).toHaveLength(2)
  provider.signInAs({ subject: 'ines at the provider', email: ines })
  expect(await there(visitor)).toBe('/sign-in/done')
})

test('the way back works once, for the browser that left', async () => {
  provider.signInAs({ subject: 'ines at the provider', email: ines })
  const visitor = newVisitor(app)
  const back = await provider.walk(await leave(visitor))
  expect(await comeBack(newVisitor(app), back)).toBe('/sign-in?problem=step_over')
  const cookies = { ...visitor.cookies }
  expect(await comeBack(visitor, back)).toBe('/sign-in/done')
  const again = newVisitor(app)
  Object.assign(again.cookies, cookies)
  expect(await comeBack(again, back)).toBe('/sign-in?problem=step_over')
  expect(await isSignedIn(again)).toBe(false)
})

test.each(['state', 'nonce', 'verifier'])('another %s than the one that left is refused', async (name) => {
  provider.signInAs({ subject: 'ines at the provider', email: ines })
  const visitor = newVisitor(app)
  const back = await provider.walk(await leave(visitor))
  await town.db.owner.query(
    'update platform.sign_in_step set body = jsonb_set(body, $1, to_jsonb($2::text)) where used_at is null',
    [[name], 'x'.repeat(43)],
  )
  expect(await comeBack(visitor, back)).toBe('/sign-in?problem=provider_refused')
  expect(await isSignedIn(visitor)).toBe(false)
})

test('a provider is added only after a recent proof', async () => {
  const visitor = await signedIn()
  await town.db.owner.query("update platform.session set proved_at = now() - interval '16 minutes'")
  expect((await visitor.post('/session/provider/real', { intent: 'add' })).json().code).toBe('prove_first')
})

const invite = async (email: string) => {
  const token = newToken()
  const person = (
    await town.db.owner.query(
      "insert into person (community_id, given_name, family_name) values ($1, 'New', 'One') returning id",
      [town.id.community],
    )
  ).rows[0].id
  const { text, values } = addInvitation(town.id.community, person, email, hashOf(token))
  await town.db.owner.query(text, values)
  return token
}

test('an invitation is accepted by a provider that has checked the invited address, with the token in hand', async () => {
  const invitation = await invite('new@town.example')
  for (const [known, answer] of [
    [{ subject: 'new', email: 'other@town.example' }, '/sign-in?problem=other_address'],
    [{ subject: 'new', email: 'new@town.example', isChecked: false }, '/sign-in?problem=other_address'],
    [{ subject: 'new', email: 'new@town.example' }, '/sign-in/done'],
  ] as const) {
    provider.signInAs(known)
    expect(await there(newVisitor(app), { intent: 'invitation', invitation })).toBe(answer)
  }
  expect(await there(newVisitor(app), { intent: 'invitation', invitation: newToken() })).toBe(
    '/sign-in?problem=link_used',
  )
})

test('an invitation to an address that has an account here is no way for a provider into it', async () => {
  provider.signInAs({ subject: 'a stranger', email: ines })
  const invitation = await invite(ines)
  expect(await there(newVisitor(app), { intent: 'invitation', invitation })).toBe('/sign-in?problem=identity_unknown')
})
