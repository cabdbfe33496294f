import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cast } from '#features/demo/cast.ts'
import { expectAccessible, newPage } from './browser.ts'
import { press, reach, signInByKeyboard, write } from './by-keyboard.ts'

const h1 = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const card = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words })

describe('without a mouse, an agreement', () => {
  const title = 'Reading together'
  let priya: Page

  it('is drawn up and signed by the steward', async () => {
    priya = await newPage({ width: 320 })
    await signInByKeyboard(priya, 'priya')
    await press(priya, 'Menu')
    await press(priya, 'Agreements')
    await h1(priya, 'Agreements').waitFor()
    await press(priya, 'Draw up an agreement')
    await priya.getByRole('option', { name: 'Northside Mentors' }).waitFor({ state: 'attached' })
    await reach(priya, 'With which organization?')
    await priya.keyboard.type('Northside')
    await write(priya, 'Number', 'RB-16')
    await write(priya, 'Title', title)
    await write(priya, 'What for', 'An older student reads with a younger one.')
    await reach(priya, /Consent of the family/)
    await priya.keyboard.press('Space')
    await reach(priya, 'attendance')
    await priya.keyboard.press('Space')
    await expectAccessible(priya, 'agreement-form')
    await press(priya, 'Save as a draft')
    await card(priya, title).getByText('Draft', { exact: true }).waitFor()
    await press(priya, `Sign ${title}`)
    await write(priya, 'Your full name', 'Priya Raman')
    await priya.keyboard.press('Enter')
    await card(priya, title).getByText("Waits for the partner's signature").waitFor()
  })

  it('is signed by the partner, and ended by the steward', async () => {
    const tess = await newPage({ width: 320 })
    await signInByKeyboard(tess, 'tess')
    await press(tess, 'Menu')
    await press(tess, 'Agreements')
    await card(tess, title).waitFor()
    await press(tess, `Sign ${title}`)
    await write(tess, 'Your full name', 'Tess Kowalski')
    await expectAccessible(tess, 'agreement-to-sign')
    await reach(tess, 'Your full name')
    await tess.keyboard.press('Enter')
    await card(tess, title).getByText('In force', { exact: true }).waitFor()
    await priya.reload()
    await card(priya, title).getByText('In force', { exact: true }).waitFor()
    await press(priya, `End ${title}`)
    await priya.getByRole('dialog').waitFor()
    await press(priya, /^End the agreement$/)
    await card(priya, title).getByText('Ended', { exact: true }).waitFor()
  })
})

describe('without a mouse, help for a child', () => {
  let hector: Page
  let omar: Page

  it('is asked for by the coordinator', async () => {
    const dana = await newPage()
    await signInByKeyboard(dana, 'dana')
    await press(dana, /^Students$/)
    await h1(dana, 'Students').waitFor()
    await write(dana, 'Name or number', 'Torres')
    await dana.getByText(/^1–1 of 1$/).waitFor()
    await press(dana, /^Torres/)
    await h1(dana, 'Ben Torres').waitFor()
    await press(dana, /^Refer$/)
    await dana.getByRole('radio', { name: /After-school tutoring/ }).waitFor()
    await reach(dana, /After-school tutoring|Bike workshop/)
    await dana.keyboard.press('Space')
    await write(dana, 'What do you ask for?', 'He would like to play the trumpet with others.')
    await press(dana, 'Send the referral')
    await dana.getByText('The referral of Ben Torres is on its way.').waitFor()
  })

  it('is permitted by the father, in Spanish and on a phone', async () => {
    hector = await newPage({ width: 320, language: 'es' })
    await signInByKeyboard(hector, 'hector')
    await hector.getByRole('link', { name: 'Leer y decidir' }).waitFor()
    await press(hector, 'Leer y decidir')
    await h1(hector, 'Sus permisos').waitFor()
    await write(hector, 'Su nombre completo, como firma', 'Héctor Torres')
    await press(hector, 'Sí, lo permito')
    await hector.getByText('Gracias. River Youth Center podrá ver lo que usted marcó').waitFor()
  })

  it('is accepted by the partner, who then opens what was permitted', async () => {
    omar = await newPage()
    await signInByKeyboard(omar, 'omar')
    await card(omar, 'play the trumpet').waitFor()
    await press(omar, /^Accept$/)
    await omar.getByRole('link', { name: 'Ben Torres' }).waitFor()
    await press(omar, 'Ben Torres')
    await h1(omar, 'Ben Torres').waitFor()
    await omar.getByRole('heading', { level: 2, name: 'Attendance' }).waitFor()
  })

  it('is seen by the father, who takes the permission back', async () => {
    await press(hector, 'Quién ve qué')
    await h1(hector, 'Quién ve qué').waitFor()
    const today = new Intl.DateTimeFormat('es-US', { dateStyle: 'long', timeZone: cast.community.timeZone })
    const seen = hector.getByRole('region', { name: 'Quién ha visto el expediente de Ben' })
    await seen
      .getByText(`El permiso se dio el ${today.format(new Date())}.`, { exact: false })
      .first()
      .waitFor()
    await press(hector, 'Permisos')
    await h1(hector, 'Sus permisos').waitFor()
    await press(hector, 'Retirar el permiso')
    await hector.getByRole('dialog').waitFor()
    await hector.keyboard.press('Tab')
    await press(hector, 'Retirar el permiso')
    await hector.getByText('Lo retiró el').waitFor()
    await omar.reload()
    await h1(omar, 'There is nothing to see here any more').waitFor()
  })
})

describe('without a mouse, files', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(path.join('/tmp', 'concentric-files-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('are brought in, a question about them is answered, and they are let go', async () => {
    const file = path.join(folder, 'attendance.csv')
    const row = `${cast.students.ben.sourcedId},${cast.schools.lincoln.sourcedId},2025-10-06,excusedAbsence,`
    writeFileSync(file, `studentSourcedId,schoolSourcedId,date,code,duration\n${row}\n`)
    const priya = await newPage()
    await signInByKeyboard(priya, 'priya')
    await priya.waitForLoadState('networkidle')
    await reach(priya, 'Choose files or a zip')
    const [chooser] = await Promise.all([priya.waitForEvent('filechooser'), priya.keyboard.press('Enter')])
    await chooser.setFiles(file)
    await priya.getByText(/^1 file chosen/).waitFor()
    await write(priya, 'Source', 'The kiosk at the door')
    await press(priya, 'Look at what would change')
    const question = priya.getByRole('group', { name: /Is that how this source writes attendance\?/ })
    await question.waitFor()
    await expectAccessible(priya, 'import-question')
    await reach(priya, 'Only absences, tardies and early departures')
    await priya.keyboard.press('Space')
    await press(priya, 'Save the answers')
    await priya.getByText('Your answers are saved.').waitFor()
    await press(priya, /^Discard$/)
    await priya.getByRole('dialog').waitFor()
    await priya.keyboard.press('Tab')
    await press(priya, /^Discard$/)
    await priya.getByText('Discarded', { exact: true }).waitFor()
    expect(await priya.getByRole('button', { name: 'Apply' }).count()).toBe(0)
  })
})
