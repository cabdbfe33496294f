import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { connect } from '#platform/database.ts'
import { roleNames, urlFor, type RoleUrls } from '#platform/roles.ts'
import { asSuperuser, forDatabase, templateName } from './template.ts'

/** A database of one's own, cloned from the template, with the doors of the app role and the owner's connection for looking behind. */
export async function openTestDatabase(template = templateName) {
  const superuserUrl = inject('superuserUrl')
  const passwords = inject('passwords')
  const name = `test_${randomUUID().slice(0, 8)}`
  await asSuperuser(superuserUrl, (client) => client.query(`create database ${name} template ${template}`))
  await asSuperuser(superuserUrl, (client) => client.query(`alter database ${name} owner to concentric_owner`))
  await asSuperuser(forDatabase(superuserUrl, name), (client) =>
    client.query(
      `revoke temp, create on database ${name} from public; grant connect, create on database ${name} to concentric_worker`,
    ),
  )
  const base = forDatabase(superuserUrl, name)
  const urls = Object.fromEntries(roleNames.map((role) => [role, urlFor(base, role, passwords[role]!)])) as RoleUrls
  const owner = new pg.Pool({ connectionString: urls.concentric_owner, max: 2 })
  const database = connect(urls.concentric_app, { connections: 4 })
  let left: Promise<unknown> | undefined
  const leave = () => (left ??= Promise.all([database.close(), owner.end()]))
  return {
    name,
    urls,
    superuserUrl: base,
    owner,
    database,
    /** Ends the connections and keeps the database. */
    leave,
    close: async () => {
      await leave()
      await asSuperuser(superuserUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}
export type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>

declare module 'vitest' {
  interface ProvidedContext {
    superuserUrl: string
    passwords: Record<string, string>
  }
}
