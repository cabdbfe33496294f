import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, newPage, open, settle, signInAs } from './browser.ts'

const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

async function openStudent(page: Page, name: string) {
  await open(page, `/app/students?search=${encodeURIComponent(name)}&scope=school`)
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
  await settle(page)
}

describe('a coordinator knows a student whole', () => {
  let dana: Page
  beforeAll(async () => {
    dana = await newPage()
    await signInAs(dana, 'dana')
    await openStudent(dana, 'Jonah')
  })

  it('is asked by a flag, and says what is needed', async () => {
    const needs = part(dana, 'Needs')
    await needs
      .getByText(/English/)
      .first()
      .waitFor()
    await needs.getByRole('button', { name: 'Name what is needed' }).first().click()
    await needs.getByRole('textbox', { name: 'What is needed' }).fill('Somebody to read with, twice a week.')
    await needs.getByRole('radio', { name: 'Help is needed soon' }).check()
    await needs.getByRole('button', { name: 'Save the need' }).click()
    await needs.getByText('Somebody to read with, twice a week.').waitFor()
    await needs.getByText(/From a flag/).waitFor()
    expect(await needs.getByRole('button', { name: 'Name what is needed' }).count()).toBe(0)
  })

  it('sees three lenses beside it, and research with its source', async () => {
    const needs = part(dana, 'Needs')
    await needs.getByText('Three lenses: facts, voices, research').first().click()
    await needs.getByText(/Vaughn et al\. \(2022\)/).waitFor()
    await needs
      .getByText(/ESSA evidence tier 1/)
      .first()
      .waitFor()
  })

  it('says where it stands now, and what it said before stays', async () => {
    const needs = part(dana, 'Needs')
    await needs.getByRole('button', { name: 'Change', exact: true }).first().click()
    await needs.getByRole('combobox', { name: 'Where it stands' }).selectOption('being_met')
    await needs.getByRole('button', { name: 'Save the change' }).click()
    await needs.getByText('Being met').waitFor()
    await needs.getByRole('button', { name: 'What it said before' }).click()
    await needs.getByRole('list', { name: 'What it said before' }).getByText(/^Open/).waitFor()
    await expectAccessible(dana, 'student-needs')
  })

  it('knows who lives with a student, and nothing of a sister at another school', async () => {
    await openStudent(dana, 'Mateo')
    const home = part(dana, /^Who lives with Mateo/)
    await home.getByText('Lucía Ramírez').waitFor()
    await home.getByText('Inés').waitFor()
    expect(await dana.getByText('Sofía').count()).toBe(0)
    await part(dana, 'Needs').getByText('for Lucía Ramírez').waitFor()
  })
})
