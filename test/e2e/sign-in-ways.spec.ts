import type { Page } from 'playwright-core'
import { it } from 'vitest'
import { expectAccessible, newPage, signInAs } from './browser.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name, exact: typeof name === 'string' })

it('a link in a mail signs in with one press; the outbox of the invented town shows it', async () => {
  const page = await newPage({ width: 320 })
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill('ngozi@riverbend.example')
  await button(page, 'Mail me a link instead').click()
  await page.getByText('Look in your mail.').waitFor()
  await page.goto('/outbox')
  const mail = page.getByRole('article').filter({ hasText: 'ngozi@riverbend.example' }).first()
  await expectAccessible(page, 'outbox')
  await mail.getByRole('link').click()
  await heading(page, 'Sign in with your link').waitFor()
  await expectAccessible(page, 'sign-in-link')
  await button(page, 'Sign me in').click()
  await heading(page, 'Amara Okafor').waitFor()
})

it('the data steward invites a counselor, and sees who signed in', async () => {
  const page = await newPage()
  await signInAs(page, 'priya')
  await page.goto('/app/people/invitations')
  await button(page, 'Invite somebody').click()
  await page.getByLabel('E-mail address').fill('newcomer@riverbend.example')
  await page.getByLabel('Role').selectOption('counselor')
  await page.getByLabel('School').selectOption({ index: 1 })
  await expectAccessible(page, 'invite')
  await button(page, 'Send the invitation').click()
  await page.getByText('The mail waits to be sent').first().waitFor()
  await expectAccessible(page, 'invitations')
  await page.getByRole('button', { name: 'Withdraw the invitation of newcomer@riverbend.example' }).click()
  await page.getByText('Withdrawn').first().waitFor()
  await page.getByRole('link', { name: 'Staff and sign-ins' }).click()
  await heading(page, 'Staff and sign-ins').waitFor()
  await expectAccessible(page, 'staff')
})
