import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { seedDemo } from '#features/demo/seed.ts'
import { openTestDatabase } from './database.ts'
import { demoTemplateName, forDatabase } from './template.ts'

const makingDemo = 4100200399

/** A database of one's own in which the demo stands as on 20 March 2026: made for the first test that asks, cloned for all. */
export async function openDemoDatabase() {
  const maker = new pg.Client({ connectionString: forDatabase(inject('superuserUrl'), 'postgres') })
  await maker.connect()
  try {
    await maker.query('select pg_advisory_lock($1)', [makingDemo])
    const { rowCount } = await maker.query('select from pg_database where datname = $1', [demoTemplateName])
    if (!rowCount) await makeDemo(maker)
  } finally {
    await maker.end()
  }
  return openTestDatabase(demoTemplateName)
}

async function makeDemo(maker: pg.Client) {
  const dataDir = mkdtempSync(path.join('/tmp', 'concentric-demo-'))
  const seeded = await openTestDatabase()
  try {
    const installation = { urls: seeded.urls, dataDir, isEmbedded: true, close: async () => {} }
    await seedDemo(installation, { students: 0, today: '2026-03-20' })
    await seeded.leave()
    await maker.query(`alter database ${seeded.name} rename to ${demoTemplateName}`)
  } finally {
    await seeded.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
