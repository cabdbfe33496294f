import { rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { featureNames } from '#features/index.ts'
import { migrate } from '#platform/migrate.ts'
import { keepPasswords, prepareRoles } from '#platform/roles.ts'

export const templateName = 'concentric_template'
export const demoTemplateName = 'concentric_demo_template'
const dataDir = path.join(os.tmpdir(), `concentric-test-${process.pid}`)

export const forDatabase = (url: string, name: string) => {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.toString()
}

export async function asSuperuser(url: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the database that every test file clones. Returns the passwords of the four logins. */
export async function prepareTemplate(superuserUrl: string): Promise<Record<string, string>> {
  await asSuperuser(superuserUrl, async (client) => {
    for (const name of [templateName, demoTemplateName])
      await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${templateName}`)
  })
  const passwords = await keepPasswords(dataDir)
  rmSync(dataDir, { recursive: true })
  const urls = await prepareRoles(forDatabase(superuserUrl, templateName), passwords)
  await migrate(urls.concentric_owner, featureNames)
  return passwords
}
