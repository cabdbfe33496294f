import type { Page } from 'playwright-core'
import { TOTP, Secret } from 'otpauth'
import { expect, inject, it } from 'vitest'
import { expectAccessible, newPage, newVisitor, signInAs } from './browser.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name, exact: typeof name === 'string' })
// Browsers give passkeys to a name, not to a number.
const here = () => inject('address').replace('127.0.0.1', 'localhost')

it('a passkey is made, named, signs in without an address, proves who one is, and is taken away', async () => {
  const context = await newVisitor({ width: 320 })
  const page = await context.newPage()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(here())
  await page.getByRole('button', { name: /Dana Whitfield/ }).click()
  await page.waitForURL('**/app')
  await page.goto(`${here()}/account`)
  await heading(page, 'How you sign in').waitFor()
  await expectAccessible(page, 'account')
  await button(page, 'Add a passkey').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('My laptop')
  await button(page, 'Make the passkey').click()
  await page.getByText('My laptop').first().waitFor()
  await page.getByRole('button', { name: 'Rename My laptop' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('School laptop')
  await button(page, 'Save the name').click()
  await page.getByText('School laptop').first().waitFor()

  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Look around Riverbend, an invented town' }).waitFor()
  await page.goto(`${here()}/sign-in?next=%2Faccount`)
  await button(page, 'Use a passkey').click()
  await heading(page, 'How you sign in').waitFor()
  await page.getByText('with a passkey').first().waitFor()
  await page.getByRole('button', { name: 'Take away School laptop' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click()
  await page.getByText('School laptop').first().waitFor({ state: 'detached' })
})

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

it('a code app is set up with its picture, and asked for after the password', async () => {
  const page = await newPage()
  await signInAs(page, 'ruth')
  await page.goto('/account')
  await button(page, 'Set a new password').click()
  await page.getByRole('textbox', { name: 'New password' }).fill('four words in a row')
  await button(page, 'Save the password').click()
  await page.getByText('You have a password.').waitFor()
  await button(page, 'Set up a code app').click()
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  await expectAccessible(page, 'code-app')
  const codeAt = (ahead: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 })
  await page.getByLabel('First code').fill(codeAt(-1))
  await button(page, 'Turn it on').click()
  await page.getByText('Keep these ten codes.').waitFor()
  await expect.poll(() => page.locator('.recovery-codes li').count()).toBe(10)

  const later = await newPage({ width: 320, language: 'es' })
  await later.goto('/sign-in')
  await expectAccessible(later, 'sign-in-es')
  await later.getByLabel('Correo electrónico').fill('ruth@riverbend.example')
  await later.getByLabel('Contraseña').fill('four words in a row')
  await later.getByLabel('Contraseña').press('Enter')
  await heading(later, 'Un paso más').waitFor()
  await expectAccessible(later, 'code-es')
  await later.getByLabel('Código').fill(codeAt(0))
  await later.getByLabel('Código').press('Enter')
  await later.waitForURL('**/app')
})

it('the data steward invites a counselor, sees who signed in, and invites a teacher whom the files name', async () => {
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
  await page
    .getByRole('button', { name: /^Invite .*, Teacher$/ })
    .first()
    .click()
  await page.getByLabel('E-mail address').fill('teacher@riverbend.example')
  await expectAccessible(page, 'staff')
  await button(page, 'Send the invitation').click()
  await page.getByText('teacher@riverbend.example is invited.').waitFor()
})
