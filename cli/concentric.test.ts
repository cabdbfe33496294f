import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/migrate.ts'

let folder: string
let clone: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'concentric-clone-'))
  clone = path.join(folder, 'clone')
  for (const name of ['cli', 'platform', 'features', 'server.ts', 'package.json', 'package-lock.json'])
    cpSync(path.join(projectRoot, name), path.join(clone, name), { recursive: true })
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(clone, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Answer = { code: number; out: string; err: string }
const concentric = (...words: string[]) =>
  new Promise<Answer>((resolve) =>
    execFile(process.execPath, [path.join(clone, 'cli/concentric.mjs'), ...words], (error, out, err) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    ),
  )
const help = { code: 0, out: expect.stringContaining('concentric start'), err: '' }

test('two that start at once in a fresh clone both find a whole program, and it stays for the next', async () => {
  const both = await Promise.all([concentric('--help'), concentric('--help')])
  expect(both.map(({ code, out }) => ({ code, out }))).toEqual([
    { code: help.code, out: help.out },
    { code: help.code, out: help.out },
  ])
  expect(readdirSync(path.join(clone, 'dist/server')).filter((name) => !/\.js(\.map)?$/.test(name))).toEqual([])
  expect(await concentric('--help')).toEqual(help)
})

test('a clone that is moved takes its program along', async () => {
  const moved = path.join(folder, 'moved')
  renameSync(clone, moved)
  clone = moved
  expect(await concentric('--help')).toEqual(help)
})

test('a source that changed is what runs next, and what fails is told by the line of the source', async () => {
  const file = path.join(clone, 'cli/main.ts')
  const lines = readFileSync(file, 'utf8').split('\n')
  const begin = lines.findIndex((line) => line.startsWith('async function main('))
  lines.splice(begin + 1, 0, `  if (words[0] === 'stumble') throw new Error('Stumbled')`)
  writeFileSync(file, lines.join('\n'))
  const { code, err } = await concentric('stumble')
  expect([code, err]).toEqual([1, expect.stringMatching(/Stumbled\n\s+at main \(.*main\.ts:(\d+):/)])
  expect(err).toContain(`main.ts:${begin + 2}:`)
})

test('where nothing can be written, the sources run', async () => {
  rmSync(path.join(clone, 'dist'), { recursive: true })
  writeFileSync(path.join(clone, 'dist'), '')
  const { code, out, err } = await concentric('--help')
  expect([code, out]).toEqual([0, help.out])
  expect(err).toContain('runs from its sources')
})
