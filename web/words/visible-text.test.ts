import { expect, it } from 'vitest'
import { visibleText } from './visible-text.ts'

const pages: Record<string, string> = import.meta.glob(
  ['../**/*.tsx', '../../features/*/web/**/*.tsx', '!../gallery/**'],
  { query: '?raw', import: 'default', eager: true },
)

it('finds words wherever a page could hide them', () => {
  const page = `const Page = () => <main title="A title">
    Good morning {late ? 'You are late' : name} {count > 0 && \`Hello \${name}\`} <input aria-label={'Your name'} className="wide field" />
    · {t('shell.menu')} 12 %
  </main>`
  expect(visibleText('Page.tsx', page)).toEqual(['A title', 'Good morning', 'You are late', 'Hello', 'Your name'])
})

it('leaves no English in the pages: every word is in web/words', () => {
  const found = Object.entries(pages).flatMap(([path, source]) =>
    visibleText(path, source).map((text) => `${path}: ${text}`),
  )
  expect(Object.keys(pages).length).toBeGreaterThan(20)
  expect(found).toEqual([])
})
