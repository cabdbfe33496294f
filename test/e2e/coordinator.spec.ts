import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, newPage, signInAs } from './browser.ts'
import { press } from './by-keyboard.ts'

// The town lives in the present, so its picture differs from day to day: it is taken only when asked for.
const pictures = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
const note = 'Called home; the bus comes too early. We look for another one on Monday.'
const request = 'He draws every day and would like someone to read with.'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const writeButtons = (page: Page) => page.getByRole('button', { name: /^Write about / })
const room = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name, exact: true })

async function waitingCount(page: Page): Promise<number> {
  const title = await heading(page, /^Nobody has written about them yet/).textContent()
  return Number(/\((\d+)\)/.exec(title ?? '')?.[1])
}

async function openStudent(page: Page, name: string) {
  await room(page, 'Students').click()
  await page.getByRole('searchbox', { name: 'Name or number' }).fill(name)
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
}

let dana: Page

beforeAll(async () => {
  dana = await newPage()
  await signInAs(dana, 'dana')
})

describe('a coordinator with ten minutes', () => {
  it('meets whom nobody has written about, each with the reason in a sentence', async () => {
    await heading(dana, /^Good (morning|afternoon|evening), Dana$/).waitFor()
    await dana.getByText(/data as of/).waitFor()
    await dana
      .getByText(/missed \d+ of \d+ days since .* concern starts at 10%/)
      .first()
      .waitFor()
    expect(await waitingCount(dana)).toBeGreaterThan(2)
    await expectAccessible(dana, 'today')
    if (process.env.UPDATE_PICTURES) await dana.screenshot({ path: `${pictures}/home.png` })
  })

  it('writes a note with the keyboard alone, and the student leaves the list', async () => {
    const before = await waitingCount(dana)
    const first = writeButtons(dana).first()
    const name = ((await first.getAttribute('aria-label')) ?? '').replace('Write about ', '')
    await first.focus()
    await dana.keyboard.press('Enter')
    await dana.getByRole('textbox', { name: 'Note' }).waitFor()
    await dana.keyboard.type(note)
    await press(dana, 'Save the note')
    await dana.getByText(`Saved. ${name} is off the list for now.`).waitFor()
    await heading(dana, `Nobody has written about them yet (${before - 1})`).waitFor()
    expect(await dana.getByRole('button', { name: `Write about ${name}` }).count()).toBe(0)
    await openStudent(dana, name.split(' ').at(-1) ?? name)
    await dana.getByText(note).waitFor()
  })

  it('is told what is missing instead of saving an empty note', async () => {
    await room(dana, 'Today').click()
    await writeButtons(dana).first().click()
    await dana.getByRole('button', { name: 'Save the note' }).click()
    await dana.getByText('Please write a few words first.').waitFor()
    await dana.getByRole('button', { name: 'Cancel' }).click()
  })
})

describe('the list of students', () => {
  it('keeps what is searched in its address, and goes back with the Back key', async () => {
    await room(dana, 'Students').click()
    await dana.getByRole('combobox', { name: 'Flag' }).selectOption('attendance')
    await dana.waitForURL(/flag=attendance/)
    await dana.getByRole('combobox', { name: 'Sort by' }).selectOption('attendance')
    await dana.waitForURL(/sort=attendance/)
    await expectAccessible(dana, 'students')
    await dana.goBack()
    await dana.waitForURL((url) => !url.search.includes('sort='))
    await expect.poll(() => dana.getByRole('combobox', { name: 'Flag' }).inputValue()).toBe('attendance')
  })

  it('says what to do when no student fits', async () => {
    await dana.getByRole('searchbox', { name: 'Name or number' }).fill('Nobody of this name')
    await dana.getByText('No student fits this search').waitFor()
    await dana.getByRole('button', { name: 'Show all students' }).click()
    await dana.getByText(/^1–\d+ of \d+$/).waitFor()
    expect(new URL(dana.url()).search).toBe('')
  })
})

describe('a student on one screen', () => {
  it('shows who stands around Amara, her own words, and what happened', async () => {
    await openStudent(dana, 'Okafor')
    await dana.getByRole('region', { name: 'The people around Amara Okafor' }).waitFor()
    await dana.getByText('I like fixing bikes. I want to build my own one day.').waitFor()
    await heading(dana, /^Missed \d+ of \d+ days/).waitFor()
    await heading(dana, /^Average now:/).waitFor()
    await expectAccessible(dana, 'student')
  })

  it('opens where a number comes from: definition, days, source, when it came in, and n', async () => {
    await dana.getByRole('button', { name: 'Where this comes from: Days missed' }).click()
    const origin = dana.getByRole('dialog', { name: 'Days missed: where it comes from' })
    for (const part of ['What it means', 'Which days', 'Source', 'attendance.csv', 'Brought in', 'Counted over (n)'])
      await origin.getByText(part).first().waitFor()
    await dana.keyboard.press('Escape')
    await origin.waitFor({ state: 'hidden' })
  })

  it('says who can see her, and why', async () => {
    const viewers = dana.getByRole('region', { name: /^Who can see Amara Okafor, and why/ })
    await viewers.getByText('Dana Whitfield').waitFor()
    await viewers.getByText(/agreement RB-14; the permission was given on/).waitFor()
    const omar = viewers.getByRole('listitem').filter({ hasText: 'Omar Haddad' })
    await omar.getByText('Omar Haddad').click()
    await omar.getByText(/^Sees attendance/).waitFor()
    await omar.getByText('Omar Haddad').click()
  })

  it('prints on two sheets, with for whom', async () => {
    const sheets = (await dana.pdf({ format: 'Letter' })).toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []
    expect(sheets.length).toBeLessThanOrEqual(2)
    expect(await dana.getByText('Confidential, for Dana Whitfield').count()).toBe(1)
  })
})

describe('a referral', () => {
  it('goes only to a service under an agreement in force, and the family is asked first', async () => {
    await openStudent(dana, 'Nwosu')
    await dana.getByRole('button', { name: 'Refer', exact: true }).first().click()
    const closed = dana.getByRole('radio', { name: /One-to-one mentoring/ })
    await closed.click({ force: true })
    expect(await closed.isChecked()).toBe(false)
    await dana.getByText('There is no agreement with this organization.', { exact: false }).waitFor()
    await dana.getByRole('radio', { name: /After-school tutoring/ }).click()
    await dana.getByText('The family is asked first.', { exact: false }).waitFor()
    await dana.getByRole('textbox', { name: 'What do you ask for?' }).fill(request)
    await expectAccessible(dana, 'refer')
    await dana.getByRole('button', { name: 'Send the referral' }).click()
    await dana.getByText(/is on its way\.$/).waitFor()
    await dana.getByRole('region', { name: 'Referrals' }).getByText(request).waitFor()
    await room(dana, 'Today').click()
    await dana
      .getByRole('region', { name: /^Referrals that wait/ })
      .getByRole('link', { name: /Nwosu/ })
      .waitFor()
  })
})

describe('other roles', () => {
  it('a teacher sees the own students, without incidents, and is told so', async () => {
    const grace = await newPage()
    await signInAs(grace, 'grace')
    await heading(grace, /, Grace$/).waitFor()
    await openStudent(grace, 'Okafor')
    await grace.getByText('Not shown with the hat "Teacher"', { exact: false }).waitFor()
    expect(await grace.getByRole('region', { name: 'Behavior' }).count()).toBe(0)
    await expectAccessible(grace, 'student-of-a-teacher')
  })

  it('a network analyst finds no way to a student', async () => {
    const anders = await newPage()
    await signInAs(anders, 'anders')
    await anders.getByText('No name, number or page of any student', { exact: false }).waitFor()
    await expect.poll(() => anders.getByRole('navigation', { name: 'Rooms' }).getByRole('link').count()).toBe(1)
    await expectAccessible(anders, 'aggregates')
  })
})
