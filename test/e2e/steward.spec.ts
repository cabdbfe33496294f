import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '#features/demo/cast.ts'
import { generateDemo } from '#features/demo/generate.ts'
import { expectAccessible, newPage, signInAs } from './browser.ts'

const room = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name, exact: true })
const day = new Intl.DateTimeFormat('en-CA', { timeZone: cast.community.timeZone }).format(new Date())
const dayThatDoesNotExist = '2026-13-45'

let folder = ''
let priya: Page

/** The demo's own files, with one row whose day does not exist and one class that has another name now. */
function writeFiles(): string[] {
  return generateDemo({ today: day, students: 40 }).map(({ name, text }) => {
    const changed = name.endsWith('classes.csv') ? text.replace('Homeroom 07-1', 'Homeroom of Ms. Lindqvist') : text
    const broken = `${cast.students.amara.sourcedId},${cast.schools.lincoln.sourcedId},${dayThatDoesNotExist},excusedAbsence,1,\r\n`
    const file = path.join(folder, name)
    writeFileSync(file, name.endsWith('attendance.csv') ? changed + broken : changed)
    return file
  })
}

const countsOf = async (page: Page, table: string) => {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: table, exact: true }) })
  return (await row.getByRole('cell').allTextContents()).map(Number)
}

beforeAll(async () => {
  folder = mkdtempSync(path.join('/tmp', 'concentric-files-'))
  priya = await newPage()
  await signInAs(priya, 'priya')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a data steward brings in files', () => {
  it('starts with the imports, and is told what is missing', async () => {
    await priya.getByRole('heading', { level: 1, name: 'Imports' }).waitFor()
    await expectAccessible(priya, 'imports')
    await priya.getByRole('button', { name: 'Look at what would change' }).click()
    await priya.getByText('Please choose files first.').waitFor()
  })

  it('sees what would change before anything does, and may leave meanwhile', async () => {
    await priya.getByLabel('Choose files or a zip').setInputFiles(writeFiles())
    await priya.getByText(/^\d+ files chosen/).waitFor()
    await priya.getByRole('combobox', { name: 'Source' }).fill('Riverbend Unified')
    await priya.getByRole('button', { name: 'Look at what would change' }).click()
    await priya.waitForURL(/\/app\/imports\/.+/)
    await room(priya, 'Imports').click()
    const mine = priya.getByRole('row').filter({ hasText: 'Priya Raman' })
    await mine.getByRole('link', { name: /^Riverbend Unified/ }).click()
    await priya.getByText('Ready: nothing was changed yet').waitFor()
    const [first] = await priya
      .getByRole('region', { name: 'What would change' })
      .getByRole('rowheader')
      .allTextContents()
    expect(first).toBe('Schools')
    expect(await countsOf(priya, 'Classes')).toEqual([0, 1, expect.any(Number), 0, 0])
    await expectAccessible(priya, 'import')
  })

  it('is shown each problem with file, row, column and value, and can take them all away', async () => {
    const problem = priya.getByRole('row').filter({ hasText: dayThatDoesNotExist })
    await problem.getByText('attendance.csv').waitFor()
    await problem.getByText('date', { exact: true }).waitFor()
    await priya.getByRole('radio', { name: /^Good to know/ }).click()
    await problem.waitFor({ state: 'detached' })
    const link = await priya.getByRole('link', { name: 'Download all as CSV' }).getAttribute('href')
    const answer = await priya.request.get(link ?? '')
    expect(answer.headers()['content-type']).toContain('text/csv')
    expect(await answer.text()).toContain(dayThatDoesNotExist)
  })

  it('applies it, and undoes it after being asked', async () => {
    await priya.getByRole('button', { name: 'Apply' }).click()
    await priya.getByRole('heading', { name: 'What changed' }).waitFor()
    await priya.getByRole('button', { name: 'Undo this import' }).click()
    const dialog = priya.getByRole('dialog', { name: 'Undo this import?' })
    await dialog.getByText('What people have written stays.', { exact: false }).waitFor()
    await expectAccessible(priya, 'undo')
    await dialog.getByRole('button', { name: 'Undo this import' }).click()
    await priya.getByText('Undone', { exact: true }).waitFor()
  })

  it('reads the same report on a phone', async () => {
    const phone = await newPage({ width: 320 })
    await signInAs(phone, 'priya')
    await expectAccessible(phone, 'imports')
    await phone
      .getByRole('link', { name: /^Riverbend Unified/ })
      .first()
      .click()
    await phone.getByRole('heading', { name: /^Problems/ }).waitFor()
    await expectAccessible(phone, 'import')
  })
})

describe('a code that nobody knows', () => {
  const ready = 'Ready: nothing was changed yet'
  const attendance = () => {
    const file = path.join(folder, 'attendance.csv')
    const row = `${cast.students.amara.sourcedId},${cast.schools.lincoln.sourcedId},2025-10-06,UNX,`
    writeFileSync(file, `studentSourcedId,schoolSourcedId,date,code,duration\n${row}\n`)
    return file
  }

  it('is named on the page of the import, with the way to say what it means', async () => {
    await room(priya, 'Imports').click()
    await priya.getByLabel('Choose files or a zip').setInputFiles(attendance())
    await priya.getByRole('combobox', { name: 'Source' }).fill('Front office')
    await priya.getByRole('button', { name: 'Look at what would change' }).click()
    await priya.getByText(ready).waitFor()
    await priya.getByText('1 code in these files is not known here: UNX').waitFor()
    await expectAccessible(priya, 'import-unknown-code')
    await priya.getByRole('link', { name: 'Say what these codes mean' }).click()
    await priya.getByRole('heading', { level: 1, name: 'Codes' }).waitFor()
    await priya.getByRole('heading', { name: 'Codes in these files that are not known yet' }).waitFor()
    await expectAccessible(priya, 'codes-unknown')
  })

  it('is read once the steward has said it, by keyboard alone, and the files are checked again', async () => {
    await priya.getByRole('combobox', { name: 'Meaning of UNX (Attendance)' }).focus()
    await priya.keyboard.type('unexc')
    await priya.keyboard.press('Tab')
    await priya.keyboard.press('Enter')
    await priya.getByRole('heading', { name: 'Every code in these files is known now' }).waitFor()
    await expectAccessible(priya, 'codes')
    await priya.keyboard.press('Tab')
    await priya.keyboard.press('Enter')
    await priya.waitForURL(/\/app\/imports\/[0-9a-f-]{36}$/)
    await priya.getByText(ready).waitFor()
    expect((await countsOf(priya, 'Attendance events'))[0]).toBe(1)
    await priya.getByRole('button', { name: 'Discard' }).click()
    await priya.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
    await priya.getByText('Discarded', { exact: true }).waitFor()
  })

  it('is forgotten when the steward takes its meaning away, on a phone in Spanish', async () => {
    const phone = await newPage({ width: 320, language: 'es' })
    await signInAs(phone, 'priya')
    await phone.getByRole('link', { name: 'Qué significan los códigos de los archivos' }).click()
    await phone.getByRole('rowheader', { name: 'UNX' }).waitFor()
    await expectAccessible(phone, 'codes')
    await phone.getByRole('button', { name: 'Quitar lo que significa UNX (Asistencia)' }).click()
    await phone.getByRole('rowheader', { name: 'UNX' }).waitFor({ state: 'detached' })
  })

  it('is no matter of others: the map is not there for them', async () => {
    const dana = await newPage()
    await signInAs(dana, 'dana')
    const answer = await dana.request.get('/api/v1/riverbend/import-codes')
    expect(answer.status()).toBe(404)
  })
})

describe('people whom a file named', () => {
  it('get access only when the steward approves them, one by one or several at once', async () => {
    await room(priya, 'People').click()
    await priya.getByText('A file gives nobody access.', { exact: false }).waitFor()
    await expectAccessible(priya, 'people')
    await priya.getByText('Choose people from the list first.').waitFor()
    const boxes = priya.getByRole('listitem').getByRole('checkbox')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await priya.getByRole('button', { name: 'Approve 2 people' }).click()
    await priya.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await priya.getByText('2 people were approved.').waitFor()
    await priya
      .getByRole('button', { name: /^Decline / })
      .first()
      .click()
    await priya.getByText('1 person was declined.').waitFor()
  })
})

describe('an agreement', () => {
  it('is drawn up with its schedule, signed, and ended', async () => {
    await room(priya, 'Agreements').click()
    await priya.getByRole('button', { name: 'Draw up an agreement' }).click()
    await priya.getByRole('button', { name: 'Save as a draft' }).click()
    await priya.getByText('Please choose at least one kind of data.').waitFor()
    await priya.getByRole('combobox', { name: 'With which organization?' }).selectOption({ label: 'Northside Mentors' })
    await priya.getByRole('textbox', { name: 'Number' }).fill('RB-15')
    await priya.getByRole('textbox', { name: 'Title' }).fill('Mentoring at Lincoln')
    await priya.getByRole('textbox', { name: 'What for' }).fill('A grown-up for each student who wants one.')
    await priya.getByRole('radio', { name: /^Consent of the family/ }).check()
    await priya.getByRole('checkbox', { name: 'attendance' }).check()
    await expectAccessible(priya, 'agreement-form')
    await priya.getByRole('button', { name: 'Save as a draft' }).click()
    const card = priya.getByRole('article').filter({ hasText: 'Mentoring at Lincoln' })
    await card.getByText('Draft', { exact: true }).waitFor()
    await card.getByRole('button', { name: 'Sign Mentoring at Lincoln' }).click()
    await card.getByRole('textbox', { name: 'Your full name' }).fill('Priya Raman')
    await card.getByRole('button', { name: 'Sign the agreement' }).click()
    await card.getByText("Waits for the partner's signature").waitFor()
    await card.getByRole('button', { name: 'End Mentoring at Lincoln' }).click()
    await priya.getByRole('dialog').getByRole('button', { name: 'End the agreement' }).click()
    await card.getByText('Ended', { exact: true }).waitFor()
    await expectAccessible(priya, 'agreements')
  })
})
