import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cast, fullName } from '#features/demo/cast.ts'
import type { PersonKey } from '#features/demo/people.ts'

const most = 150
const nameOfFocused = `(() => {
  const { activeElement: here } = document
  const words = here?.getAttribute('aria-label') ?? here?.labels?.[0]?.textContent ?? here?.textContent ?? ''
  return here === document.body || here?.id === 'page' ? '' : words.trim()
})()`

/** Goes on with Tab, as someone without a mouse does, until what begins with this name has the focus. */
export async function reach(page: Page, name: string | RegExp): Promise<void> {
  const isIt = (words: string) => (typeof name === 'string' ? words.startsWith(name) : name.test(words))
  for (let pressed = 0; pressed < most; pressed++) {
    if (isIt(String(await page.evaluate(nameOfFocused)))) return
    await page.keyboard.press('Tab')
  }
  expect.fail(`The keyboard does not reach ${name}.`)
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await reach(page, name)
  await page.keyboard.press('Enter')
}

/** Writes into the field of this name, over what stands there. */
export async function write(page: Page, name: string | RegExp, text: string): Promise<void> {
  await reach(page, name)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** From the first page to the hat, without a click. */
export async function signInByKeyboard(page: Page, key: PersonKey): Promise<void> {
  const name = fullName(cast.people[key])
  await page.goto('/')
  await page.getByRole('button', { name }).waitFor()
  await press(page, name)
  await page.waitForURL(/\/(app|family)/)
  await page.getByRole('heading', { level: 1 }).waitFor()
}
