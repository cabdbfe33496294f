import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { features } from '#features/index.ts'
import { buildApp } from '#platform/app.ts'
import { projectRoot } from '#platform/migrate.ts'
import { tellApi } from '#platform/openapi.ts'
import { forDatabase, templateName } from './template.ts'

const file = path.join(projectRoot, 'db/schema.sql')
const apiFile = path.join(projectRoot, 'docs/openapi.json')

/** The tables of a freshly migrated database, for reading: what the migrations and access files amount to. */
async function tellSchema() {
  const client = new pg.Client({ connectionString: forDatabase(inject('superuserUrl'), templateName) })
  await client.connect()
  try {
    const text = await readFile(path.join(import.meta.dirname, 'schema-dump.sql'), 'utf8')
    const { rows } = await client.query<{ name: string; lines: string }>(text)
    const tables = rows.map(({ name, lines }) => `table ${name}\n  ${lines.trim()}\n`)
    return `-- Told from the catalogue of a migrated database, for reading; db/migrations and the access.sql files make it.\n\n${tables.join('\n')}`
  } finally {
    await client.end()
  }
}

// PostgreSQL 15 and 18 write the same expression in different ways: the file is told by the embedded one.
test.skipIf(process.env.CONCENTRIC_TEST_BIN_DIR)('db/schema.sql is fresh (UPDATE_SCHEMA=1 writes it)', async () => {
  const told = await tellSchema()
  if (process.env.UPDATE_SCHEMA) await writeFile(file, told)
  expect(await readFile(file, 'utf8').catch(() => '')).toBe(told)
})

test('docs/openapi.json is fresh (UPDATE_SCHEMA=1 writes it)', async () => {
  const app = await buildApp({} as never, features)
  await app.ready()
  const told = `${JSON.stringify(tellApi(app), null, 1)}\n`
  await app.close()
  if (process.env.UPDATE_SCHEMA) await writeFile(apiFile, told)
  // Not told as a difference: of so long a text it would say nothing.
  expect((await readFile(apiFile, 'utf8').catch(() => '')) === told).toBe(true)
})
