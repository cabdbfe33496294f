import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectAccessible, newPage, signInAs } from './browser.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

async function makeToken(page: Page, name: string) {
  await page.getByRole('button', { name: 'Make a token' }).click()
  await page.getByRole('button', { name: 'Make a token' }).click()
  await page.getByText('Please give the token a name.').waitFor()
  await page.getByRole('textbox', { name: 'Name of the token' }).fill(name)
  await expectAccessible(page, 'token-form')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Your new token' }).waitFor()
  await expectAccessible(page, 'token-made')
  return (await page.getByText(/^cct_/).textContent()) ?? ''
}

describe('a coordinator connects a program', () => {
  it('makes a token by keyboard, sees it once, and the program reads what she sees, until she ends it', async () => {
    const dana = await newPage()
    await signInAs(dana, 'dana')
    await dana.goto('/app/sessions')
    await dana.getByRole('link', { name: 'Tokens for programs' }).click()
    await heading(dana, 'Tokens for programs').waitFor()
    const token = await makeToken(dana, 'Attendance sheet')
    const headers = { authorization: `Bearer ${token}` }
    const program = await newPage()
    const ask = () => program.request.get('/api/v1/riverbend/students?limit=1', { headers })
    expect((await (await ask()).json()).students).toHaveLength(1)
    await dana.getByRole('button', { name: 'I have kept it' }).click()
    expect(await dana.getByText(token).count()).toBe(0)
    await dana.getByText('May read', { exact: true }).click()
    await expectAccessible(dana, 'tokens')
    await dana.getByRole('button', { name: 'End the token Attendance sheet' }).click()
    await dana.getByRole('dialog').getByRole('button', { name: 'End the token' }).click()
    await dana.getByText('The token Attendance sheet has ended.').waitFor()
    expect((await ask()).status()).toBe(401)
  })

  it('takes the list of students away as it is filtered', async () => {
    const dana = await newPage()
    await signInAs(dana, 'dana')
    await dana.goto('/app/students?flag=any')
    const started = dana.waitForEvent('download')
    await dana.getByRole('link', { name: 'CSV', exact: true }).click()
    expect((await started).suggestedFilename()).toMatch(/^students-.*-confidential-dana-whitfield\.csv$/)
    await dana.getByRole('link', { name: 'Spreadsheet (XLSX)' }).waitFor()
    await expectAccessible(dana, 'students-to-take-away')
  })
})

it('a data steward gives a system a token, on a phone in Spanish', async () => {
  const priya = await newPage({ width: 320, language: 'es' })
  await signInAs(priya, 'priya')
  await priya.goto('/app/tokens')
  await priya.getByRole('button', { name: 'Crear un token' }).click()
  await priya.getByRole('textbox', { name: 'Nombre del token' }).fill('Tablero')
  await priya.getByRole('combobox', { name: 'Para quién' }).selectOption({ label: 'Un sistema de todo el distrito' })
  await expectAccessible(priya, 'token-form-es')
  await priya.getByRole('textbox', { name: 'Nombre del token' }).press('Enter')
  await priya.getByRole('heading', { name: 'Su nuevo token' }).waitFor()
  await priya.getByRole('button', { name: 'Terminar el token Tablero' }).click()
  await expectAccessible(priya, 'token-end-es')
  await priya.getByRole('dialog').getByRole('button', { name: 'Terminar el token' }).click()
  await priya.getByText('El token Tablero terminó.').waitFor()
})

it('whoever writes a program reads what there is', async () => {
  const page = await newPage({ width: 320 })
  await page.goto('/api/docs')
  await heading(page, 'For programs').waitFor()
  await page.getByText('List students, filtered and sorted, a page at a time').click()
  await page.getByText('students[].givenName').filter({ visible: true }).first().waitFor()
})
