import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Entry {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const file = new URL('../package-lock.json', import.meta.url)
const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }
const locked = new Set(Object.keys(packages).map((place) => place.replace(/^.*node_modules\//, '')))

// npm leaves out an optional package of another platform when the registry does not offer it, and then refuses
// the lock that it wrote. Such an entry is added by hand, as that of its neighbor without "integrity".
test('the lock has an entry for every package that another one asks for, on every platform', () => {
  const asked = Object.values(packages).flatMap((entry) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }),
  )
  expect(asked.filter((name) => !locked.has(name))).toEqual([])
})
