import { sql } from '#platform/database.ts'

/** For the worker: how many rows of which table went. */
export const sweep = (mailDays: number, signInDays: number) => sql<{ what: string; rows: number }>`
  select what, rows from access.sweep(${mailDays}, ${signInDays})`
