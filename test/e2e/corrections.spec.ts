import { describe, expect, it } from 'vitest'
import { expectAccessible, newPage, signInAs } from './browser.ts'

const day = { written: '2026-10-06', said: 'October 6, 2026' }

describe('a wrong fact', () => {
  it('is asked about by a parent beside the figure, answered by the steward, and answered for with a statement', async () => {
    const ngozi = await newPage({ width: 320 })
    await signInAs(ngozi, 'ngozi')
    await ngozi.getByRole('button', { name: 'Say that a day is wrong' }).press('Enter')
    await ngozi.getByRole('button', { name: 'Send it to the school' }).press('Enter')
    await ngozi.getByText('Please say which one it is.').waitFor()
    await ngozi.getByLabel('Which day?').fill(day.written)
    await ngozi.getByLabel(/^What is wrong with it/).fill('She was at school; I brought her at eight.')
    await ngozi.getByLabel('What would be right?').fill('Present')
    await ngozi.getByRole('button', { name: 'Send it to the school' }).press('Enter')
    const asked = ngozi.getByRole('article', { name: new RegExp(day.said) })
    await asked.getByText('Waits for an answer').waitFor()
    await expectAccessible(ngozi, 'correction-asked')

    const priya = await newPage()
    await signInAs(priya, 'priya')
    await priya.goto('/app/corrections')
    const question = priya.getByRole('article', { name: new RegExp(day.said) })
    await question.getByRole('button', { name: 'Answer' }).press('Enter')
    await question.getByLabel('Not changed, because …').check()
    await question.getByRole('button', { name: 'Send the answer' }).press('Enter')
    await question.getByText('Say why it is not changed.', { exact: false }).waitFor()
    await question.getByLabel('Why it is not changed').fill('The list of the class says absent.')
    await question.getByRole('button', { name: 'Send the answer' }).press('Enter')
    await question.getByText('It was not changed.').waitFor()
    await expectAccessible(priya, 'corrections')

    await ngozi.reload()
    await asked.getByText('The list of the class says absent.').waitFor()
    await asked.getByRole('button', { name: 'Add a statement' }).press('Enter')
    await asked.getByLabel('Your statement').fill('I brought her myself.')
    await asked.getByRole('button', { name: 'Save the statement' }).press('Enter')
    await ngozi.getByRole('heading', { name: 'What the family says of these facts' }).waitFor()
    await asked.getByRole('button', { name: 'Close it' }).press('Enter')
    await asked.getByText('Closed').waitFor()
  })

  it('is read in Spanish by the steward on a phone', async () => {
    const phone = await newPage({ width: 320, language: 'es' })
    await signInAs(phone, 'priya')
    await phone.goto('/app/corrections')
    await phone.getByText('No se cambió.').first().waitFor()
    await expectAccessible(phone, 'corrections')
    expect(await phone.getByRole('heading', { level: 1 }).innerText()).toBe('Correcciones')
  })
})
