import type { Page } from 'playwright-core'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { newPage, signInAs } from './browser.ts'

const first = 'Met at the door; the shoes are too small.'
const here = 'Met at the door; shoes come on Thursday.'
const there = 'Met at the door; the aunt brings shoes.'
const unsent = 'He asked whether the choir still meets.'
const ended = 'This role has ended, so there is nothing to see here any more.'
const noor = `membership m set until_on = $1 from platform.account_person l join platform.account a on a.id = l.account_id
  where a.email like 'noor%' and l.community_id = m.community_id and l.person_id = m.person_id`

const owner = new pg.Pool({ connectionString: inject('ownerUrl'), max: 1 })
const endRoleOfNoor = (on: string | null) => owner.query(`update ${noor}`, [on])
let page: Page

const note = (where: Page) => where.getByRole('textbox', { name: 'Note' })
const openSomebody = async (where: Page) => {
  await where.goto('/app/students?scope=school')
  await where.locator('tbody tr').first().getByRole('link').first().click()
  await where.getByRole('heading', { level: 1 }).waitFor()
  await where.waitForURL(/students\/[0-9a-f-]{36}/)
}
const writeNote = (where: Page) =>
  where.getByRole('region', { name: 'Notes' }).getByRole('button', { name: /note/i }).first().click()

beforeAll(async () => {
  page = await newPage()
  await signInAs(page, 'noor')
  await openSomebody(page)
})
afterAll(async () => {
  await endRoleOfNoor(null)
  await owner.end()
})

describe('two things at once', () => {
  it('lets one of two windows win that change the same note, tells the other, and keeps both texts', async () => {
    await writeNote(page)
    await note(page).fill(first)
    await page.getByRole('button', { name: 'Save the note' }).click()
    await page.getByText(first).waitFor()
    const other = await page.context().newPage()
    await other.goto(page.url())
    for (const window of [page, other]) {
      await window.getByRole('button', { name: 'Change', exact: true }).first().click()
      await note(window).waitFor()
    }
    await note(page).fill(here)
    await page.getByRole('button', { name: 'Save the note' }).click()
    await page.getByText(here).waitFor()
    await note(other).fill(there)
    await other.getByRole('button', { name: 'Save the note' }).click()
    await other.getByText('You changed this note in another window in the meantime.', { exact: false }).waitFor()
    await other.getByText('The note now says:').waitFor()
    await other.getByRole('blockquote').getByText(here).waitFor()
    expect(await note(other).inputValue()).toBe(there)
    await other.getByRole('button', { name: 'Save the note' }).click()
    await other.getByRole('blockquote').getByText(there).waitFor()
    await other.getByRole('button', { name: 'What it said before' }).first().click()
    for (const text of [first, here]) await other.getByText(text).waitFor()
    await other.close()
  })

  it('says in a plain sentence that a role has ended while its page was open, shows no one more, and keeps the draft', async () => {
    await page.reload()
    await writeNote(page)
    await note(page).fill(unsent)
    await page.getByText('Draft saved', { exact: false }).waitFor()
    await endRoleOfNoor('2020-01-02')
    await page.getByRole('button', { name: 'Save the note' }).click()
    await page.getByText(ended).first().waitFor()
    expect(await note(page).inputValue()).toBe(unsent)
    const address = page.url()
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Students', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Students' }).waitFor()
    await page.getByRole('main').getByText(ended).filter({ visible: true }).first().waitFor()
    expect(await page.locator('tbody tr').count()).toBe(0)
    await endRoleOfNoor(null)
    await page.goto(address)
    await writeNote(page)
    await expect.poll(() => note(page).inputValue()).toBe(unsent)
    await page.getByRole('button', { name: 'Cancel' }).click()
  })
})
