import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { cast, fullName } from '#features/demo/cast.ts'
import type { PersonKey } from '#features/demo/people.ts'
import { introduce, lookAtFrame, lookWithAxe, newVisitor, open, settle } from './browser.ts'
import { kindsOf, type Link, linksOf, newWalk, walkByKeyboard } from './page-check.ts'
import { passedThrough, routeOf, routePaths, type Walker, walkers } from './page-list.ts'

const widths = [1280, 320]
const longest = 600_000
const routes = routePaths()
const opened = new Set<string>()
const known = new Map<string, Set<string>>()
// One hat for each page and language, as it leads there first, and axe and the keyboard in the first language alone; with
// CONCENTRIC_PAGES=all each hat opens all that it leads to and looks at it whole in its language, which takes three times as long.
const isThorough = process.env.CONCENTRIC_PAGES === 'all'
const taken = new Set<string>()

const pathOf = (page: Page) => new URL(page.url()).pathname
const place = (address: string) => routeOf(address, routes) ?? `no page: ${address}`

/** Amara is the one of whom most is known; of everything else one of a kind is enough. */
const pick = (links: readonly Link[]) => links.find(({ words }) => words.includes('Okafor')) ?? links[0]!

function inFront(links: readonly Link[], visited: ReadonlySet<string>, language: string): string | undefined {
  const isOpen = (route: string) => !visited.has(route) && (isThorough || !taken.has(`${route} ${language}`))
  const further = links.filter(({ path }) => !path.startsWith('/api/v1/') && isOpen(place(path)))
  return further.length === 0
    ? undefined
    : pick(further.filter(({ path }) => place(path) === place(further[0]!.path))).address
}

/** Whether the page shows anything that no hat before has shown at this address, or leads elsewhere in a new way. */
async function isNew(page: Page, route: string, language: string): Promise<boolean> {
  const parts = [
    { key: isThorough ? `${route} ${language}` : route, kinds: await kindsOf(page, 'main') },
    { key: `navigation of ${/^.[a-z]*/.exec(pathOf(page))?.[0]}`, kinds: await kindsOf(page, 'nav') },
  ]
  const news = parts.map(({ key, kinds }) => {
    const before = known.get(key) ?? new Set()
    known.set(key, new Set([...before, ...kinds]))
    return kinds.some((kind) => !before.has(kind))
  })
  return news.includes(true)
}

async function lookAt(page: Page, language: string): Promise<string[]> {
  const route = place(pathOf(page))
  const isWhole = await isNew(page, route, language)
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: width === 320 ? 'dark' : 'light' })
    await settle(page)
    const look = [await lookAtFrame(page), ...(isWhole ? [await lookWithAxe(page), await walkByKeyboard(page)] : [])]
    found.push(...look.flat().map((each) => `${route} at ${width}: ${each}`))
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  return found
}

/** One click, and for a person of several hats another; the stranger stays at the door. */
async function enter(page: Page, person: PersonKey, hat?: RegExp): Promise<void> {
  await introduce(page, person)
  await page.getByRole('main').getByText(fullName(cast.people[person])).waitFor({ state: 'hidden' })
  await settle(page)
  if (hat === undefined) return
  const here = page.url()
  await page.getByRole('main').getByRole('button', { name: hat }).click()
  await page.waitForURL((url) => url.href !== here)
}

/** With the arrows from entry to entry; what is not reached is told by its words. */
async function walkMenu(page: Page): Promise<string[]> {
  const entries = await page.getByRole('menuitem').allTextContents()
  const reached = new Set<unknown>()
  for (let pressed = 0; pressed < entries.length; pressed++) {
    await page.keyboard.press('ArrowDown')
    reached.add(await page.evaluate('document.activeElement.textContent'))
  }
  return entries.filter((entry) => !reached.has(entry)).map((entry) => `the arrows do not reach "${entry}"`)
}

/** The menus of staff: the hat's at both widths, and the rooms behind a button on a phone. By keyboard. */
async function openMenus(page: Page, found: string[]): Promise<Link[]> {
  const links: Link[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    for (const menu of await page.locator('header [aria-haspopup], nav [aria-expanded]').all()) {
      if (!(await menu.isVisible())) continue
      await menu.focus()
      await page.keyboard.press('Enter')
      await page.locator('[aria-expanded=true]').waitFor()
      await settle(page)
      links.push(...(await linksOf(page)))
      const look = [await lookAtFrame(page), await lookWithAxe(page), await walkMenu(page)].flat()
      found.push(...look.map((each) => `a menu at ${width}: ${each}`))
      await page.keyboard.press((await menu.getAttribute('aria-haspopup')) ? 'Escape' : 'Enter')
      await page.locator('[aria-expanded=true]').waitFor({ state: 'detached' })
    }
  }
  return links
}

async function walk(walker: Walker): Promise<string[]> {
  const language = walker.language ?? 'en'
  const page = await newWalk(await newVisitor({ language }))
  if (walker.person) await enter(page, walker.person, walker.hat)
  const start = walker.person ? page.url() : undefined
  const waiting = [...(start ? [start] : []), ...((await walker.entrances?.(page)) ?? [])]
  const links: Link[] = []
  const visited = new Set<string>()
  const found: string[] = []
  for (;;) {
    const next = waiting.shift() ?? inFront(links, visited, language)
    if (next === undefined) break
    taken.add(`${place(new URL(next, 'http://here').pathname)} ${language}`)
    await open(page, next)
    for (const each of [next, page.url()]) visited.add(place(new URL(each, 'http://here').pathname))
    opened.add(place(pathOf(page)))
    links.push(...(await linksOf(page)))
    found.push(...(await lookAt(page, language)))
    if (next === start) links.push(...(await openMenus(page, found)))
  }
  await page.context().close()
  return found
}

describe('every page that the hat leads to fits, reads and answers to the keyboard', () => {
  it.concurrent.each(walkers)(
    'for $who',
    async (walker) => {
      expect(await walk(walker)).toEqual([])
    },
    longest,
  )
})

it('no page of the product was left out', () => {
  const left = routes.filter((route) => !opened.has(route) && !passedThrough.includes(route))
  const advice =
    'Nobody has opened these pages. Let a link of a page lead there, or name an address in `entrances` of test/e2e/page-list.ts, with the person whom the page is for'
  expect(left, advice).toEqual([])
})
