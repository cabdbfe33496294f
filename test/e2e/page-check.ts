import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, CDPSession, Page, Request } from 'playwright-core'
import { axeRules } from './browser.ts'

export type Link = { path: string; address: string; words: string }

const inPage = fileURLToPath(new URL('./in-page.js', import.meta.url))
const isLoading = `/^(Loading|Cargando)/m.test(document.querySelector('main')?.innerText ?? '')`
const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))'

const patience = 15_000

/** A page that knows when it has nothing more to fetch. */
export type Watched = { page: Page; settled: () => Promise<void>; open: (address: string) => Promise<void> }

export async function watch(context: BrowserContext): Promise<Watched> {
  await context.addInitScript({ path: inPage })
  const page = await context.newPage()
  const underway = new Set<Request>()
  page.on('request', (request) => underway.add(request))
  page.on('requestfinished', (request) => underway.delete(request))
  page.on('requestfailed', (request) => underway.delete(request))
  const settled = async () => {
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    for (const since = Date.now(); ;) {
      await page.evaluate(twoFrames)
      if (underway.size === 0 && (await page.evaluate(isLoading)) !== true) return
      const asked = [...underway].map((request) => request.url()).join(' ')
      if (Date.now() - since > patience) throw new Error(`${page.url()} does not come to rest. ${asked}`)
    }
  }
  const open = async (address: string) => {
    underway.clear()
    await page.goto(address)
    await settled()
  }
  return { page, settled, open }
}

export const linksOf = (page: Page) => page.evaluate('pageWalk.links()') as Promise<Link[]>
export const kindsOf = (page: Page, part: 'main' | 'nav') =>
  page.evaluate(`pageWalk.kinds('${part}')`) as Promise<string[]>

/** One main heading, a title, nothing that sticks out sideways. */
export async function lookAtFrame(page: Page): Promise<string[]> {
  const headings = await page.getByRole('heading', { level: 1 }).count()
  const title = await page.title()
  const beyond = Number(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  )
  return [
    ...(headings === 1 ? [] : [`${headings} main headings`]),
    ...(/.+ · Concentric$/.test(title) ? [] : [`title "${title}"`]),
    ...(beyond === 0 ? [] : [`${beyond} pixels too wide`]),
  ]
}

export async function lookWithAxe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(axeRules).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

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
