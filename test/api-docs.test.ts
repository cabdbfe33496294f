import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { features } from '#features/index.ts'
import { createToken } from '#features/tokens/queries.ts'
import { buildApp, type App } from '#platform/app.ts'
import { projectRoot } from '#platform/migrate.ts'
import { hashOf, newApiToken } from '#platform/session.ts'
import { openSmallTown, type SmallTown } from './small-town.ts'

const run = promisify(execFile)
let town: SmallTown
let app: App
let env: { CONCENTRIC: string; TOKEN: string }
let blocks: { language: string; text: string }[]

beforeAll(async () => {
  town = await openSmallTown()
  app = await buildApp(town.db.database, features)
  const token = newApiToken()
  const wish = { mayWrite: false, elements: ['directory'], areas: ['caseload'], days: 1 }
  const session = town.session.tokenHash
  await town.db.database.knock(createToken(session, hashOf(token), { hat: town.id.counselor, name: 'First', ...wish }))
  env = { CONCENTRIC: await app.listen({ port: 0, host: '127.0.0.1' }), TOKEN: token }
  const text = await readFile(path.join(projectRoot, 'docs/api.md'), 'utf8')
  blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, text]) => ({
    language: language!,
    text: text!,
  }))
})
afterAll(async () => {
  await app.close()
  await town.db.close()
})

/** The commands as they stand, with the reader's own address and token. */
const pasted = () =>
  blocks
    .filter(({ language }) => language === 'sh')
    .map(({ text }) => text)
    .join('\n')
    .replace('http://127.0.0.1:4000', env.CONCENTRIC)
    .replace('cct_…', env.TOKEN)

test('the first calls of docs/api.md work when pasted into a shell', async () => {
  expect(pasted()).toContain(env.TOKEN)
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', pasted()])
  expect(stdout).toContain('"community":"town"')
  expect(stdout).toContain('"givenName":"Dana"')
})

test('its program reads all students, page by page', async () => {
  const program = blocks.find(({ language }) => language === 'js')!.text
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, ...env },
  })
  expect(stdout).toBe('1\n')
})

test('the refusal that it shows is the one that is sent', async () => {
  const shown = JSON.parse(blocks.find(({ language }) => language === 'json')!.text)
  const answer = await fetch(`${env.CONCENTRIC}/api/v1/town/students/${town.id.child}/writings/notes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${env.TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ body: 'No.' }),
  })
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  const problem = (await answer.json()) as { status: number }
  expect(Object.keys(problem)).toEqual(expect.arrayContaining(Object.keys(shown)))
  expect(problem.status).toBe(403)
})
