import path from 'node:path'
import { expect, it } from 'vitest'
import { chapters, wordsOf, type Chapter } from './chapters.ts'
import en from './en.json' with { type: 'json' }

const read: Record<string, string> = import.meta.glob(
  ['../**/*.{ts,tsx}', '../../features/**/*.{ts,tsx}', '!../**/*.test.ts', '!../../features/**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
)
const sources = Object.fromEntries(
  Object.entries(read).map(([file, text]) => [path.posix.join('web/words', file), text]),
)
const shells = ['web/staff/main.tsx', 'web/open/main.tsx']
const chapterOf = new Map<string, string>(
  Object.entries(chapters).flatMap(([chapter, sections]) => sections.map((section) => [section, chapter] as const)),
)

/** The file that an import means, where it is one of ours. */
const fileOf = (said: string, from: string) => {
  const file = said.startsWith('#') ? said.slice(1) : path.posix.join(path.posix.dirname(from), said)
  return file in sources ? [file] : []
}
const importedBy = (file: string) =>
  [...sources[file]!.matchAll(/^(?:import|export)\s(?!type\b)[^'"]*?'([^']+)'/gm)].flatMap(([, said]) =>
    fileOf(said!, file),
  )
const chaptersIn = (file: string) =>
  [...sources[file]!.matchAll(/['"`](\w+)\.[\w$]/g)].flatMap(([, section]) => chapterOf.get(section!) ?? [])

function withAllItImports(entry: string): string[] {
  const found = new Set([entry])
  for (const file of found) for (const next of importedBy(file)) found.add(next)
  return [...found]
}
/** Chapters that a page says, with one of the files that say them. */
const saidBy = (entry: string) =>
  new Map(withAllItImports(entry).flatMap((file) => chaptersIn(file).map((chapter) => [chapter, file] as const)))

/** Pages that come later, with the chapters that come with them. */
const pages = shells.flatMap(withAllItImports).flatMap((file) => [
  ...[...sources[file]!.matchAll(/lazyPage\(\s*\(\) => import\('([^']+)'\),\s*'\w+'([^)]*)\)/g)].map(
    ([, said, brought]) => ({
      page: fileOf(said!, file)[0]!,
      brings: [...brought!.matchAll(/'(\w+)'/g)].map(([, chapter]) => chapter!),
    }),
  ),
])

it('puts every section of the words into one chapter, or on every page', () => {
  const all = [undefined, ...(Object.keys(chapters) as Chapter[])].flatMap((chapter) =>
    Object.keys(wordsOf(en, chapter)),
  )
  expect(all.sort()).toEqual(Object.keys(en).sort())
})

it('brings with each page the chapters that it says', () => {
  expect(pages.length).toBeGreaterThan(30)
  const unsaid = pages.flatMap(({ page, brings }) =>
    [...saidBy(page)]
      .filter(([chapter]) => !brings.includes(chapter))
      .map(([chapter, file]) => `${page}: ${chapter}, by ${file}`),
  )
  expect(unsaid).toEqual([])
  expect([...saidBy('features/imports/web/ImportPage.tsx').keys()]).toEqual(['files'])
})

it('says on every page only what is there from the start', () => {
  const elsewhere = [
    ...shells,
    'web/staff/StartPage.tsx',
    'features/caseload/web/TodayPage.tsx',
    'web/staff/AggregatesPage.tsx',
  ]
  expect(elsewhere.flatMap((entry) => [...saidBy(entry)].map((found) => found.join(', by ')))).toEqual([])
})

it('lets no page come with the library that contracts are written with', () => {
  const heavy = pages.flatMap(({ page }) => withAllItImports(page).filter((file) => /(^|\/)contract\.ts$/.test(file)))
  expect([...new Set(heavy)]).toEqual([])
})
