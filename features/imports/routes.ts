import type { App } from '#platform/app.ts'
import type { Database } from '#platform/database.ts'

export async function routes(_app: App, _database: Database) {}
