import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { expectAccessible, newPage, signInAs } from './browser.ts'

const owner = new pg.Pool({ connectionString: inject('ownerUrl'), max: 1 })
const logs = async () => (await owner.query<{ minutes: number }>('select minutes from service_log order by id')).rows
let before = 0
let omar: Page
beforeAll(async () => {
  before = (await logs()).length
  omar = await newPage({ width: 390 })
  await signInAs(omar, 'omar')
})
afterAll(() => owner.end())

/** Counts what a thumb does. */
async function tap(name: string | RegExp) {
  await omar.getByRole('main').getByRole('button', { name }).click()
  return 1
}

it('a partner logs a delivered support in two taps on a phone', async () => {
  await omar.goto('/app/support')
  await omar.getByRole('heading', { level: 1, name: 'Log support' }).waitFor()
  let taps = await tap(/^Amara Okafor/)
  await expectAccessible(omar, 'log-support')
  taps += await tap('Delivered today, 30 min')
  await omar.getByText('Saved.', { exact: true }).waitFor()
  expect(taps).toBeLessThanOrEqual(3)
  expect(await logs()).toHaveLength(before + 1)
})

it('without a connection it is kept on the phone, and sent once when the connection is back', async () => {
  await omar.context().setOffline(true)
  await tap(/^Amara Okafor/)
  await tap('Delivered today, 30 min')
  await omar.getByText('1 entry is on this device and not sent yet.').waitFor()
  expect(await logs()).toHaveLength(before + 1)
  const stored = await omar.evaluate<string>('JSON.stringify(localStorage)')
  expect(stored).toContain('participationId')
  expect(stored).not.toContain('Amara')
  await omar.context().setOffline(false)
  await omar.getByText('1 entry is on this device and not sent yet.').waitFor({ state: 'detached' })
  expect(await logs()).toHaveLength(before + 2)
  await omar.reload()
  await omar.getByRole('button', { name: /^Amara Okafor/ }).waitFor()
  expect(await logs()).toHaveLength(before + 2)
})

it('an answer that is lost on the way does not make two of one', async () => {
  await omar.route('**/api/v1/riverbend/support', async (route) => {
    await route.fetch()
    await route.abort()
  })
  const lost = omar.waitForEvent('requestfailed', (request) => request.url().endsWith('/support'))
  await tap(/^Amara Okafor/)
  await tap('Delivered today, 30 min')
  await lost
  await omar.getByText('1 entry is on this device and not sent yet.').waitFor()
  expect(await logs()).toHaveLength(before + 3)
  await omar.unroute('**/api/v1/riverbend/support')
  await tap('Send now')
  await omar.getByText('1 entry is on this device and not sent yet.').waitFor({ state: 'detached' })
  expect(await logs()).toHaveLength(before + 3)
})

it('attendance is taken for everybody at once', async () => {
  await omar.goto('/app/support/sessions')
  await tap('Attendance: After-school tutoring')
  await omar.getByRole('group', { name: 'Amara Okafor' }).getByLabel('Excused').check()
  await expectAccessible(omar, 'attendance')
  await tap('Save the attendance')
  await omar.getByText('0 of 1 there').first().waitFor()
  expect((await logs()).at(-1)).toEqual({ minutes: 0 })
})
