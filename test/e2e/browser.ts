import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { cast, fullName } from '#features/demo/cast.ts'
import type { PersonKey } from '#features/demo/people.ts'

const shots = fileURLToPath(new URL('./shots', import.meta.url))
export const axeRules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run']
let running: Promise<Browser> | undefined

const browser = () => (running ??= chromium.launch({ executablePath: inject('chromiumPath'), args }))

afterAll(async () => {
  await (await running)?.close()
  running = undefined
})

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
  context.setDefaultTimeout(20_000)
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

/** Axe finds nothing, nothing sticks out sideways, and the page has one heading and a title. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page }).withTags(axeRules).analyze()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  const tooWide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  await photograph(page, name)
  expect({ page: name, found, tooWide }).toEqual({ page: name, found: [], tooWide: 0 })
  expect(await page.getByRole('heading', { level: 1 }).count(), `${name} has one main heading`).toBe(1)
  expect(await page.title()).toMatch(/.+ · Concentric$/)
}

/** Keeps a picture for people to look at, and for the README. */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true })
  const width = page.viewportSize()?.width
  await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
}
