import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { expectAccessible, newPage, signInAs } from './browser.ts'

const body = 'The bus of Route 4 came late for all of them.'
let dana: Page

const rows = (page: Page) => page.locator('tbody tr')
const h1 = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()

beforeAll(async () => {
  dana = await newPage()
  await signInAs(dana, 'dana')
})

it('finds a student from anywhere by keys alone, without accents, and says when nothing is found', async () => {
  await dana.keyboard.press('/')
  await dana.keyboard.type('ramirez')
  await dana.getByRole('option', { name: /Mateo Ramírez/ }).waitFor()
  await dana.keyboard.press('Enter')
  await h1(dana, /Mateo/)
  await dana.keyboard.press('Control+k')
  await dana.keyboard.type('nobody of this name')
  await dana.getByText('Nothing found that is open to you.').waitFor()
  await expectAccessible(dana, 'search')
  await dana.keyboard.press('Escape')
})

it('goes through rooms, lists and a note by single keys, which can be switched off', async () => {
  await dana.getByRole('main').focus()
  await dana.keyboard.press('n')
  await dana.getByRole('textbox', { name: 'Note' }).waitFor()
  await dana.keyboard.type('gs')
  expect(await dana.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('gs')
  await dana.getByRole('button', { name: 'Cancel' }).click()
  await dana.getByRole('main').focus()
  await dana.keyboard.press('g')
  await dana.keyboard.press('s')
  await rows(dana).first().waitFor()
  const second = await rows(dana).nth(1).getByRole('link').first().textContent()
  for (const key of ['j', 'j', 'j', 'k']) await dana.keyboard.press(key)
  await expect.poll(() => dana.evaluate('document.activeElement.textContent')).toBe(second)
  await dana.keyboard.press('?')
  const help = dana.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await help.getByRole('checkbox').uncheck()
  await expectAccessible(dana, 'shortcuts')
  await help.getByRole('button', { name: 'Close' }).click()
  await dana.keyboard.press('?')
  expect(await help.isVisible()).toBe(false)
  await dana.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await help.getByRole('checkbox').check()
  await dana.keyboard.press('Escape')
})

it('keeps a view of the list under a name; of two windows that rename it the second is told', async () => {
  await dana.goto('/app/students?flag=attendance')
  await dana.getByText(/^My views/).click()
  await dana.getByRole('textbox', { name: /^Save what is shown/ }).fill('Often away')
  await dana.getByRole('button', { name: 'Save this view' }).click()
  await dana.getByRole('link', { name: 'Often away' }).waitFor()
  await expectAccessible(dana, 'views')
  const other = await dana.context().newPage()
  await other.goto('/app/students')
  await other.getByText(/^My views/).click()
  for (const [page, name] of [
    [dana, 'Away a lot'],
    [other, 'Missing'],
  ] as const) {
    await page.getByRole('button', { name: 'Rename the view Often away' }).click()
    await page.getByRole('textbox', { name: 'New name for Often away' }).fill(name)
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    if (page === dana) await page.getByRole('link', { name: 'Away a lot' }).waitFor()
  }
  await other.getByText('You renamed this view in another window', { exact: false }).waitFor()
  expect(await other.getByRole('textbox', { name: /^New name for/ }).inputValue()).toBe('Missing')
  await other.close()
  await dana.getByRole('button', { name: 'Delete the view Away a lot' }).click()
  await dana.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await dana.getByText('No view is saved yet.', { exact: false }).waitFor()
})

it('writes one note for many students, and takes it back as a whole', async () => {
  await dana.goto('/app/students')
  await rows(dana).nth(2).waitFor()
  const boxes = dana.getByRole('table').getByRole('checkbox')
  await boxes.nth(0).click()
  await boxes.nth(2).click({ modifiers: ['Shift'] })
  await dana.getByText('3 students chosen').waitFor()
  await dana.getByRole('button', { name: 'Write the same note' }).click()
  await dana.getByRole('textbox', { name: 'Note' }).fill(body)
  await expectAccessible(dana, 'for-many')
  await dana.getByRole('button', { name: 'Save the note for 3 students' }).click()
  await dana.getByText('The note is written for 3 students.').waitFor()
  await dana.getByRole('button', { name: 'Undo' }).click()
  await dana.getByText('Undone: everything is as it was before.').waitFor()
})

it('tells a principal why no note can be written, and fits into 320 pixels', async () => {
  const ruth = await newPage({ width: 320 })
  await signInAs(ruth, 'ruth')
  await ruth.goto('/app/students')
  await rows(ruth).first().getByRole('checkbox').click()
  const note = ruth.getByRole('button', { name: 'Write the same note' })
  await expect.poll(() => note.getAttribute('aria-disabled')).toBe('true')
  await ruth.getByText('Your role reads notes and writes none.').waitFor()
  await expectAccessible(ruth, 'for-many')
})
