import { expect, it } from 'vitest'
import en from './en.json' with { type: 'json' }

const sources: Record<string, string> = import.meta.glob(
  ['../../platform/*.{ts,sql}', '../../features/*/*.{ts,sql}', '../../db/migrations/*.sql', '!../../**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
)
const raised = [/new Problem\(\s*[\w.]+,\s*'(\w+)'/g, /refuse\('\d{3}',\s*'(\w+)'/g]

it('knows every refusal of the server by its code, in both languages', () => {
  const codes = Object.values(sources).flatMap((source) =>
    raised.flatMap((shape) => [...source.matchAll(shape)].map(([, code]) => code)),
  )
  expect(codes.length).toBeGreaterThan(15)
  expect([...new Set(codes)].filter((code) => !Object.hasOwn(en.refusal, code ?? '')).sort()).toEqual([])
})
