import { fileURLToPath } from 'node:url'
import type { BrowserContext, CDPSession, Page } from 'playwright-core'

export type Link = { path: string; address: string; words: string }

const inPage = fileURLToPath(new URL('./in-page.js', import.meta.url))
export async function newWalk(context: BrowserContext): Promise<Page> {
  await context.addInitScript({ path: inPage })
  return context.newPage()
}

export const linksOf = (page: Page) => page.evaluate('pageWalk.links()') as Promise<Link[]>
export const kindsOf = (page: Page, part: 'main' | 'nav') =>
  page.evaluate(`pageWalk.kinds('${part}')`) as Promise<string[]>

const [stride, longestRow] = [40, 1000]
const codes = { Tab: 9, Home: 36, ArrowRight: 39 }

/** Real key strokes, each as soon as the page has taken the one before. */
async function press(keyboard: CDPSession, key: keyof typeof codes, times: number): Promise<void> {
  const stroke = { key, code: key, windowsVirtualKeyCode: codes[key] }
  for (let pressed = 0; pressed < times; pressed++) {
    await Promise.all([
      keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...stroke }),
      keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke }),
    ])
  }
}

/** Walks from the top with Tab, and with the arrows along rows of one stop: everything is reached, seen, and let go again. */
export async function walkByKeyboard(page: Page): Promise<string[]> {
  const keyboard = await page.context().newCDPSession(page)
  await press(keyboard, 'Tab', Number(await page.evaluate('pageWalk.begin()')) + 1)
  while (await page.evaluate('pageWalk.nextRow()')) {
    await press(keyboard, 'Home', 1)
    for (let steps = 0; steps < longestRow; steps += stride) {
      await press(keyboard, 'ArrowRight', stride)
      if (!(await page.evaluate('pageWalk.goesOn()'))) break
    }
  }
  while (await page.evaluate('pageWalk.nextDoubt()')) {
    await press(keyboard, 'Tab', 1)
    await page.evaluate('pageWalk.noteHeld()')
  }
  await keyboard.detach()
  return (await page.evaluate('pageWalk.end()')) as string[]
}
