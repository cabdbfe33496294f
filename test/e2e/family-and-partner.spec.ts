import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import pg from 'pg'
import { expectAccessible, newPage, signInAs } from './browser.ts'
import { type Answer, recordAnswers } from './recorded-answers.ts'

type OtherStudent = { id: string; externalId: string; given: string; family: string }

const api = '/api/v1/riverbend'
const owner = new pg.Pool({ connectionString: inject('ownerUrl'), max: 2 })
const rowsOf = async <Row>(text: string, values: unknown[] = []) => (await owner.query(text, values)).rows as Row[]
const h1 = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

let mateo = ''
let lucia: Page
let omar: Page

beforeAll(async () => {
  const [found] = await rowsOf<{ id: string }>(
    "select id from student where given_name = 'Mateo' and family_name = 'Ramírez'",
  )
  mateo = found!.id
  lucia = await newPage({ width: 320, language: 'es' })
  omar = await newPage({ width: 320 })
})
afterAll(() => owner.end())

/** The test reads from the outside what the partner's browser may ask for, with the partner's own cookie. */
const asOmar = (path: string) => omar.request.get(api + path)
const disclosuresOfMateo = () =>
  rowsOf<{ elements: string[] }>('select elements from disclosure where student_id = $1 order by at, id', [mateo])

describe('a family decides what a partner sees', () => {
  it('the school has asked, and waits for the family', async () => {
    const dana = await newPage()
    await signInAs(dana, 'dana')
    await dana.getByRole('navigation').getByRole('link', { name: 'Referrals' }).click()
    const row = dana.getByRole('row').filter({ hasText: 'Mateo Ramírez' })
    await row.getByText('Waits for the family').waitFor()
    await expectAccessible(dana, 'referrals-of-the-school')
  })

  it('the partner sees nothing of it before the family has answered', async () => {
    await signInAs(omar, 'omar')
    expect(
      (await (await asOmar('/referrals')).json()).map((each: { studentId: string }) => each.studentId),
    ).not.toContain(mateo)
    expect((await asOmar(`/students/${mateo}`)).status()).toBe(404)
    expect(await disclosuresOfMateo()).toEqual([])
  })

  it('the grandmother reads who asks for what, leaves out what she likes, and signs', async () => {
    await signInAs(lucia, 'lucia', 'Familia de Mateo Ramírez')
    await h1(lucia, 'Mateo Ramírez').waitFor()
    await expectAccessible(lucia, 'child-es')
    await lucia.getByRole('link', { name: 'Leer y decidir' }).click()
    await h1(lucia, 'Sus permisos').waitFor()
    await lucia
      .getByRole('heading', { name: '¿Puede River Youth Center ver una parte del expediente de Mateo?' })
      .waitFor()
    await expectAccessible(lucia, 'permissions-es')
    await lucia.getByLabel('Calificaciones').uncheck()
    await lucia.getByLabel('Fechas de escuela').uncheck()
    await lucia.getByRole('button', { name: 'Sí, lo permito' }).click()
    await lucia.getByText('Escriba su nombre completo, por favor.').waitFor()
    await lucia.getByLabel('Su nombre completo, como firma').fill('Lucía Ramírez')
    await lucia.getByRole('button', { name: 'Sí, lo permito' }).click()
    await lucia.getByText('Gracias. River Youth Center podrá ver lo que usted marcó').waitFor()
    await lucia.getByText('Asistencia y Nombre, grado y escuela').waitFor()
    await expectAccessible(lucia, 'permission-given-es')
  })

  it('the partner answers without a name, and then sees exactly what was allowed', async () => {
    const answers = recordAnswers(omar)
    await omar.goto('/app/referrals')
    await h1(omar, 'Referrals').waitFor()
    const waiting = omar.getByRole('article').filter({ hasText: 'learn to repair bikes' })
    await waiting.getByText('You learn whom this is about once you have accepted.').waitFor()
    expect(await omar.getByRole('main').textContent()).not.toContain('Mateo')
    await expectAccessible(omar, 'referrals-to-answer')
    await waiting.getByRole('button', { name: 'Accept' }).click()
    await omar.getByRole('link', { name: 'Mateo Ramírez' }).waitFor()
    await omar.goto('/app/participants')
    await expectAccessible(omar, 'participants')
    await omar.getByRole('link', { name: 'Mateo Ramírez' }).click()
    await h1(omar, 'Mateo Ramírez').waitFor()
    await expectAccessible(omar, 'participant')
    const sections = await omar.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
    expect(sections).toEqual(['Name, grade and school', 'Attendance'])
    await expectOnlyAllowed(await answers.all())
  })

  it('the grandmother sees who has looked, at what, and how often', async () => {
    await lucia.getByRole('link', { name: 'Quién ve qué' }).click()
    const today = lucia.getByRole('region', { name: 'Quién ha visto el expediente de Mateo' })
    await today.getByText('Omar Haddad').first().waitFor()
    await today.getByText('Asistencia', { exact: false }).first().waitFor()
    expect(await today.textContent()).not.toContain('Calificaciones')
    await expectAccessible(lucia, 'who-sees-what-es')
  })

  it('she takes it back, and the partner’s next request shows nothing, while the school keeps its rows', async () => {
    await lucia.getByRole('link', { name: 'Permisos' }).click()
    await lucia.getByRole('button', { name: 'Retirar el permiso' }).click()
    const dialog = lucia.getByRole('dialog', { name: '¿Retirar el permiso a River Youth Center?' })
    await dialog
      .getByText('Desde este momento River Youth Center no puede abrir nada del expediente de Mateo.')
      .waitFor()
    await expectAccessible(lucia, 'withdrawing-es')
    await dialog.getByRole('button', { name: 'Retirar el permiso' }).click()
    await lucia.getByText('Lo retiró el').waitFor()

    const opened = (await disclosuresOfMateo()).length
    await omar.reload()
    await h1(omar, 'There is nothing to see here any more').waitFor()
    expect(await omar.getByRole('main').textContent()).not.toContain('Mateo')
    await expectAccessible(omar, 'nothing-shared')
    expect((await asOmar(`/students/${mateo}`)).status()).toBe(404)
    for (const list of ['/participants', '/referrals']) expect(await (await asOmar(list)).text()).not.toContain(mateo)
    expect(await disclosuresOfMateo()).toHaveLength(opened)
    const [kept] = await rowsOf('select count(*)::int as grades from grade where student_id = $1', [mateo])
    expect(kept).toMatchObject({ grades: expect.any(Number) })
    expect((kept as { grades: number }).grades).toBeGreaterThan(0)
  })
})

/** Compares everything that the server sent to the partner with what the family allowed: name, grade and school, and attendance. */
async function expectOnlyAllowed(answers: Answer[]) {
  const records = answers.filter(({ path }) => path === `${api}/students/${mateo}`)
  expect(records.length).toBeGreaterThan(0)
  for (const { body } of records) {
    const { elements, student, attendance, writable, studentId, ...rest } = JSON.parse(body)
    expect(studentId).toBe(mateo)
    expect([...elements].sort()).toEqual(['attendance', 'directory', 'referrals', 'services'])
    expect(writable).not.toContain('attendance')
    expect(student).toMatchObject({ id: mateo, givenName: 'Mateo' })
    expect(attendance).toBeInstanceOf(Array)
    for (const [name, value] of Object.entries(rest)) expect([name, value ?? []]).toEqual([name, []])
  }
  await expectNobodyElse(answers)
  await expectNothingElse(answers)
  const opened = answers.filter(({ method, path, body }) => opensMateo(method, path, body))
  const rows = await disclosuresOfMateo()
  expect(rows).toHaveLength(opened.length)
  const allowed = ['attendance', 'directory', 'referrals', 'services']
  expect([...new Set(rows.flatMap(({ elements }) => elements))].filter((each) => !allowed.includes(each))).toEqual([])
}

const opensMateo = (method: string, path: string, body: string) =>
  method === 'POST' ? /\/referrals\/[^/]+\/answer$/.test(path) : body.includes(mateo)

/** Amara is served by the same center with her mother's consent; every other child must be unknown to it. */
async function expectNobodyElse(answers: Answer[]) {
  const others = await rowsOf<OtherStudent>(
    `select id, external_id as "externalId", given_name as given, family_name as family from student
     where id <> $1 and (given_name, family_name) <> ('Amara', 'Okafor')`,
    [mateo],
  )
  expect(others.length).toBeGreaterThan(20)
  for (const { path, body } of answers)
    for (const { id, externalId, given, family } of others)
      for (const trace of [id, `"${externalId}"`, `${given} ${family}`])
        expect([path, body.includes(trace)]).toEqual([path, false])
}

/** What the family left out is in no answer: marks, dates of school, birth date, contacts. */
async function expectNothingElse(answers: Answer[]) {
  const secrets = await rowsOf<{ value: string }>(
    `select distinct value from (
       select course_title from grade where student_id = $1
       union all select birth_date::text from student_demographics where student_id = $1
       union all select phone from student_contact where student_id = $1
       union all select email from student_contact where student_id = $1
       union all select name from student_contact where student_id = $1) all_values(value)
     where length(value) > 3`,
    [mateo],
  )
  expect(secrets.length).toBeGreaterThan(4)
  for (const { path, body } of answers)
    for (const { value } of secrets) expect([path, value, body.includes(value)]).toEqual([path, value, false])
}

it('a student of eighteen reads and decides in her own name', async () => {
  const leila = await newPage({ width: 320 })
  await signInAs(leila, 'leila')
  await h1(leila, 'My record').waitFor()
  await leila.getByText(/^You (missed \d+ of|have not missed a day)/).waitFor()
  await leila.getByRole('button', { name: 'Add words' }).click()
  await leila.getByLabel('What you want to say').fill('I want to study marine biology.')
  await leila.getByRole('button', { name: 'Save these words' }).click()
  await leila.getByText('I want to study marine biology.').waitFor()
  await expectAccessible(leila, 'own-record')
  await leila.getByRole('link', { name: 'Help' }).click()
  await h1(leila, 'Help').waitFor()
  await leila.getByLabel('What is it about?').selectOption({ label: 'Learning' })
  await leila.getByLabel('What would help you?').fill('Someone to read my essay.')
  await leila.getByRole('button', { name: 'Send to the school' }).click()
  await leila.getByText('Someone to read my essay.').waitFor()
  await expectAccessible(leila, 'help')
})

it('a partner says that it has finished, and the family reads it in plain words', async () => {
  const [referral] = await rowsOf<{ id: string }>(
    "select id from referral where state = 'started' and student_id <> $1",
    [mateo],
  )
  expect(referral).toBeDefined()
  await omar.goto('/app/referrals')
  const card = omar.getByRole('article').filter({ hasText: 'Amara Okafor' })
  await card.getByRole('button', { name: 'Completed' }).click()
  await card.getByLabel('What was reached?').fill('All homework of the term is done.')
  await expectAccessible(omar, 'completing')
  await card.getByRole('button', { name: 'Completed' }).click()
  await omar.getByText('You have taken on nobody yet.').waitFor()
  const [ended] = await rowsOf('select state from referral where id = $1', [referral!.id])
  expect(ended).toEqual({ state: 'completed' })
  const ngozi = await newPage({ width: 320 })
  await signInAs(ngozi, 'ngozi')
  await ngozi.getByRole('link', { name: 'Help' }).click()
  await ngozi.getByText('River Youth Center has finished.').first().waitFor()
  await ngozi.getByText('All homework of the term is done.').waitFor()
  await ngozi.getByRole('button', { name: 'Say how it went: After-school tutoring' }).click()
  await ngozi.getByLabel('Partly').check()
  await ngozi.getByLabel('In your words (optional)').fill('She still needs someone for algebra.')
  await ngozi.getByRole('button', { name: 'Send to the school' }).first().click()
  await ngozi.getByText('She still needs someone for algebra.').waitFor()
  await expectAccessible(ngozi, 'service-finished')
})
