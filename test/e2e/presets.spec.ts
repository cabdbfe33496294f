import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, newPage, signInAs } from './browser.ts'

const cited = 'AIR EWIMS, as used in Shiawassee'
const ours = 'Our own cut points'
let priya: Page
let colleague: Page

const card = (page: Page, title: string) => page.getByRole('article', { name: new RegExp(`^${title}, version`) })
const openRules = async (page: Page) => {
  await page.goto('/app/presets')
  await page.getByRole('heading', { level: 1, name: 'Rules' }).waitFor()
}
const saved = (page: Page) => page.getByRole('heading', { level: 1, name: 'Rules' }).waitFor()

beforeAll(async () => {
  ;[priya, colleague] = await Promise.all([newPage(), newPage()])
  await signInAs(priya, 'priya')
  await signInAs(colleague, 'priya')
})

describe('the data steward sets the rules', () => {
  it('copies a cited preset, is told what is wrong beside its field, and sees whom it would flag', async () => {
    await openRules(priya)
    await expectAccessible(priya, 'rules')
    await card(priya, cited)
      .getByRole('link', { name: /^Change or copy/ })
      .press('Enter')
    await priya.getByRole('textbox', { name: 'Name' }).fill(ours)
    const value = priya.getByRole('group', { name: /^Cut point 2:/ }).getByRole('spinbutton')
    await value.fill('4')
    await priya.getByText('Concern must lie beyond caution.', { exact: false }).waitFor()
    await priya.getByText('1 field needs another look.', { exact: false }).first().waitFor()
    await value.fill('20')
    await priya.getByRole('button', { name: 'Show whom this would flag' }).press('Enter')
    await priya.getByRole('region', { name: 'Whom this would flag' }).last().getByRole('table').waitFor()
    await priya.getByText(/\d+ of \d+ students would have a flag/).waitFor()
    await expectAccessible(priya, 'rules-preview')
  })

  it('saves it, and chooses it: the flags follow, and the page says so', async () => {
    await priya.getByRole('button', { name: 'Save our copy' }).press('Enter')
    await saved(priya)
    await card(priya, ours)
      .getByRole('button', { name: /^Choose/ })
      .press('Enter')
    await priya.getByText('All flags follow it since', { exact: false }).waitFor()
    await card(priya, ours).getByText('Chosen by the district').waitFor()
    await card(priya, ours)
      .getByText(/[1-9]\d* flags? that stands? now/)
      .waitFor()
  })

  it('is told when a colleague saved a version meanwhile, and loses nothing', async () => {
    for (const page of [priya, colleague]) {
      await openRules(page)
      await card(page, ours)
        .getByRole('link', { name: /^Change or copy/ })
        .click()
      await page.getByRole('textbox', { name: 'Name' }).waitFor()
    }
    await colleague.getByRole('button', { name: 'Save as version 2' }).click()
    await saved(colleague)
    const value = priya.getByRole('group', { name: /^Cut point 2:/ }).getByRole('spinbutton')
    await value.fill('25')
    await priya.getByRole('button', { name: 'Save as version 2' }).click()
    await priya.getByText('Somebody saved version 2 of this preset', { exact: false }).waitFor()
    expect(await value.inputValue()).toBe('25')
    await priya.getByRole('button', { name: 'Save mine as the next version' }).click()
    await saved(priya)
    await card(priya, ours)
      .getByRole('heading', { name: /version 3/ })
      .waitFor()
    await card(priya, ours).getByText('2 older versions').waitFor()
  })

  it('takes the cited one again', async () => {
    await card(priya, cited)
      .getByRole('button', { name: /^Choose/ })
      .click()
    await card(priya, cited).getByText('Chosen by the district').waitFor()
    await priya.getByText('All flags follow it since', { exact: false }).waitFor()
  })

  it('works on a phone, in Spanish', async () => {
    const phone = await newPage({ width: 320, language: 'es' })
    await signInAs(phone, 'priya')
    await phone.goto('/app/presets')
    await phone.getByRole('article').first().waitFor()
    await expectAccessible(phone, 'rules')
    await phone.getByRole('article').first().getByRole('link').click()
    await phone.getByRole('button', { name: 'Mostrar a quiénes avisaría' }).click()
    await phone.getByRole('table').waitFor()
    await expectAccessible(phone, 'rules-preview')
  })
})
