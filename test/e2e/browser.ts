import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core'
import { expect, inject } from 'vitest'
import { cast, fullName } from '#features/demo/cast.ts'
import type { PersonKey } from '#features/demo/people.ts'

const shots = fileURLToPath(new URL('./shots', import.meta.url))
const axeRules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const noSpareProcess = '--renderer-process-limit=1'
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', noSpareProcess]
let running: Promise<Browser> | undefined
const underway = new WeakMap<BrowserContext, Set<Request>>()

/** One for all files of a project; it ends with the process of the tests. */
const browser = () => (running ??= chromium.launch({ executablePath: inject('chromiumPath'), args }))

/** Closes whatever windows the visitors of a file have left open. */
export async function sendVisitorsHome(): Promise<void> {
  await Promise.all((await running)?.contexts().map((context) => context.close()) ?? [])
}

export type Visit = { width?: number; language?: 'en' | 'es' }

/** A browser of one's own: no cookie of anyone else. Whatever goes wrong in a page's script fails the journey. */
export async function newVisitor({ width = 1280, language = 'en' }: Visit = {}): Promise<BrowserContext> {
  const context = await (
    await browser()
  ).newContext({
    baseURL: inject('address'),
    viewport: { width, height: 800 },
    locale: language === 'es' ? 'es-US' : 'en-US',
    timezoneId: 'America/Chicago',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(60_000)
  watchRequests(context)
  context.on('weberror', (error) => expect.fail(`A page broke: ${error.error().message}`))
  return context
}

export const newPage = async (visit?: Visit): Promise<Page> => (await newVisitor(visit)).newPage()

/** Signs in as one of the cast by one click. Whoever has several hats puts on the one whose words are given. */
export async function signInAs(page: Page, key: PersonKey, hat?: string | RegExp): Promise<void> {
  await introduce(page, key)
  if (hat !== undefined) await page.getByRole('main').getByRole('button', { name: hat }).click()
  await page.waitForURL(/\/(app|family)/)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Only the one click on a person's name, wherever it leads. */
export async function introduce(page: Page, key: PersonKey): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: fullName(cast.people[key]) }).click()
}

function watchRequests(context: BrowserContext) {
  const asked = new Set<Request>()
  underway.set(context, asked)
  context.on('request', (request) => asked.add(request))
  context.on('requestfinished', (request) => asked.delete(request))
  context.on('requestfailed', (request) => asked.delete(request))
}

const isLoading = `/^(Loading|Cargando)/m.test(document.querySelector('main')?.innerText ?? '')`
const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))'
const patience = 60_000

/** Until the page has its heading, has nothing more to fetch, and has drawn that. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  const asked = underway.get(page.context())!
  for (const since = Date.now(); ;) {
    await page.evaluate(twoFrames)
    if (asked.size === 0 && (await page.evaluate(isLoading)) !== true) return
    const waited = [...asked].map((request) => request.url()).join(' ')
    if (Date.now() - since > patience) throw new Error(`${page.url()} does not come to rest. ${waited}`)
  }
}

/** Goes there, and waits until all is there. */
export async function open(page: Page, address: string): Promise<void> {
  underway.get(page.context())!.clear()
  await page.goto(address)
  await settle(page)
}

/** What axe finds wrong, each with its place. */
export async function lookWithAxe(page: Page): Promise<string[]> {
  // Only what is wrong is told in full: to describe all that is right takes longer than to look at it.
  const options = { resultTypes: ['violations' as const] }
  const { violations } = await new AxeBuilder({ page }).options(options).withTags(axeRules).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** One main heading, a title, nothing that sticks out sideways: whatever of that is not so. */
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

/** The page at rest fits, and axe finds nothing. With CONCENTRIC_SHOTS=1 a picture is kept under that name, for people to look at. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await settle(page)
  const found = [...(await lookAtFrame(page)), ...(await lookWithAxe(page))]
  if (process.env.CONCENTRIC_SHOTS) await photograph(page, name)
  expect({ page: name, found }).toEqual({ page: name, found: [] })
}

async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true })
  const width = page.viewportSize()?.width
  await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
}
