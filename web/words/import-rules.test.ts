import { expect, it } from 'vitest'
import en from './en.json' with { type: 'json' }

const sources: Record<string, string> = import.meta.glob(
  ['../../features/imports/**/*.{ts,sql}', '!../../**/*.test.ts', '!../../features/imports/{web,fixtures}/**'],
  { query: '?raw', import: 'default', eager: true },
)
const told = [
  /\brule: '(\w+)'/g,
  /'(\w+)',\s*'(?:error|warning|note)'/g,
  /report\(\s*'(?:error|warning|note)',\s*'(\w+)'/g,
  /\bfault\(\s*[^,]+,\s*'(\w+)'/g,
  /\b(?:refuse|leaveOut)\(\s*(?:column,\s*)?'(\w+)'/g,
]
const isARule = (code: string) => !/^(\d+|error)$/.test(code)

it('has words for every rule that an import reports, whatever became of the row', () => {
  const code = Object.values(sources)
  const rules = new Set(
    told.flatMap((shape) => code.flatMap((text) => [...text.matchAll(shape)].map(([, rule]) => rule!))),
  )
  const words = Object.keys(en.imports.rule)
  const unsaid = [...rules].filter(
    (rule) => isARule(rule) && !words.some((key) => key === rule || key.startsWith(`${rule}_`)),
  )
  expect(rules.size).toBeGreaterThan(45)
  expect(unsaid).toEqual([])
})

it('has words for every outcome of a row', () => {
  const outcomes = Object.values(sources).flatMap((text) =>
    [...text.matchAll(/outcome:[^}\n]*?'(\w+)'(?: : '(\w+)')?/g)].flatMap(([, one, other]) =>
      other ? [one, other] : [one],
    ),
  )
  expect(new Set(outcomes)).toEqual(new Set(Object.keys(en.imports.outcome)))
})
