import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { featureNames } from '#features/index.ts'
import { projectRoot } from '#platform/migrate.ts'

const skipped = new Set(['node_modules', 'data', 'dist', '.git', 'coverage'])
const walk = (folder: string): string[] =>
  readdirSync(path.join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(file)
    return [file]
  })
const files = walk('.')
const textOf = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8')
const isCode = (file: string) => /\.(ts|tsx|mjs|js|sql|css)$/.test(file)
const isTest = (file: string) =>
  /\.(test|spec)\.tsx?$|\/fixtures\/|\/testing-[\w-]+\.ts$/.test(file) || /^(test|bench)\//.test(file)
const source = files.filter((file) => isCode(file) && !isTest(file))
const linesOf = (file: string) => textOf(file).trimEnd().split('\n')

/** Lines of the chosen files that hold what should not be there, as "file:line text". */
const findLines = (chosen: string[], forbidden: RegExp) =>
  chosen.flatMap((file) =>
    linesOf(file).flatMap((line, i) => (forbidden.test(line) ? [`${file}:${i + 1} ${line.trim().slice(0, 120)}`] : [])),
  )

test('the walk finds the project', () => {
  expect(source).toContain('features/access/access.sql')
  expect(source.length).toBeGreaterThan(50)
})

test('no file is longer than can be read: 300 lines, 400 for a test', () => {
  // How rights come about is read as a whole, and so is who may sign in and invite; the words of a page stand in one file per language.
  const isException = (file: string) =>
    /^features\/(access|people)\/access\.sql$/.test(file) || /^web\/words\//.test(file) || file === 'db/schema.sql'
  const long = files
    .filter((file) => isCode(file) && !isException(file))
    .filter((file) => linesOf(file).length > (isTest(file) ? 400 : 300))
    .map((file) => `${file}: ${linesOf(file).length}`)
  expect(long).toEqual([])
})

test('no file or folder has a name that says nothing', () => {
  const empty = /^(utils?|helpers?|common|managers?|misc|shared|lib|data|info|process|handle)$/
  const found = files.filter((file) => file.split('/').some((part) => empty.test(part.split('.')[0]!)))
  expect(found).toEqual([])
})

test('days are the community’s, settings are local, and nobody changes roles', () => {
  // What takes set_config away from everyone, and what looks whether it is gone.
  const isExempt = (file: string) => ['platform/roles.ts', 'platform/doctor.ts'].includes(file)
  const chosen = source.filter(
    (file) => /^(db|platform|features)\//.test(file) && /(\.sql|\.ts)$/.test(file) && !isExempt(file),
  )
  const code = chosen.flatMap((file) =>
    linesOf(file).flatMap((line, i) =>
      /\bcurrent_date\b|\bset_config\s*\(|\bset\s+(local\s+|session\s+)?role\b/i.test(
        line.replace(/(--|\/\/|^\s*\*).*$/, ''),
      )
        ? [`${file}:${i + 1} ${line.trim()}`]
        : [],
    ),
  )
  expect(code).toEqual([])
})

test('the platform knows no feature', () => {
  const platform = source.filter((file) => file.startsWith('platform/'))
  expect(findLines(platform, /from ['"](#features|\.\.\/features|#web)/)).toEqual([])
})

test('features look only upward in the list of features/names.ts', () => {
  const place = (name: string) => (featureNames as readonly string[]).indexOf(name)
  const wrong = source
    .filter((file) => /^features\/[^/]+\//.test(file))
    .flatMap((file) => {
      const own = file.split('/')[1]!
      return linesOf(file).flatMap((line) => {
        const used = /from ['"](?:#features|(?:\.\.\/)+(?:features)?)\/?([a-z-]+)\/[^'"]*['"]/.exec(line)?.[1]
        const isLower = used !== undefined && place(used) > place(own)
        return isLower ? [`${file} uses ${used}`] : []
      })
    })
  expect(wrong).toEqual([])
})

test('every feature is in the list', () => {
  const folders = readdirSync(path.join(projectRoot, 'features'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  expect(folders.filter((name) => !(featureNames as readonly string[]).includes(name))).toEqual([])
})

// Where else SQL may stand: what makes and opens databases, and what makes the demo's accounts.
const sqlElsewhere = [/^platform\//, /^cli\//, /^server\.ts$/]

test('SQL stands in queries.ts and .sql files only', () => {
  const isElsewhere = (file: string) =>
    sqlElsewhere.some((place) => place.test(file)) || path.basename(file) === 'queries.ts'
  const chosen = source.filter((file) => /\.(ts|tsx)$/.test(file) && !isElsewhere(file))
  const statement =
    /[`'"]\s*(select\s+[\w*(].*\bfrom\b|insert\s+into\b|update\s+\w+(\.\w+)?\s+set\b|delete\s+from\b|create\s+(unlogged\s+)?table\b|merge\s+into\b)|(?<![.\w])sql(<[^>]*>)?`/i
  expect(findLines(chosen, statement)).toEqual([])
})

test('links in the documents resolve', () => {
  const broken = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [
        ...textOf(file)
          .replace(/```[\s\S]*?```/g, '')
          .matchAll(/\]\(([^)\s]+)\)/g),
      ]
        .map((match) => match[1]!.split('#')[0]!)
        .filter((link) => link && !/^[a-z]+:/.test(link))
        .filter((link) => !existsSync(path.join(projectRoot, path.dirname(file), link)))
        .map((link) => `${file} → ${link}`),
    )
  expect(broken).toEqual([])
})

test('every setting of the environment is explained to whoever runs it', () => {
  const explained = textOf('docs/operating.md')
  const isRun = (file: string) => /^(platform|cli|features|server\.ts)/.test(file)
  const named = source
    .filter(isRun)
    .flatMap((file) => [...textOf(file).matchAll(/env\.(CONCENTRIC_[A-Z_]+|DATABASE_URL)/g)])
  const settings = [...new Set(named.map(([, name]) => name!))].filter((name) => !forTests.includes(name))
  expect(settings.length).toBeGreaterThan(10)
  expect(settings.filter((name) => !explained.includes(`\`${name}\``))).toEqual([])
})
const forTests = ['CONCENTRIC_TEST_BIN_DIR']
