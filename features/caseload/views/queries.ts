import { sql } from '#platform/database.ts'
import type { NewView, Rename, SavedView } from './contract.ts'

type Row = { [Key in keyof SavedView]-?: SavedView[Key] | null }

export const listViews = () => sql<Row>`
  select id, name, version, grade, flag, sort, scope from saved_view
  where community_id = (select access.community()) order by lower(name), id`

export const saveView = ({ name, grade, flag, sort, scope }: NewView) => sql<{ id: string }>`
  select act.save_view(${name}, ${grade ?? null}, ${flag ?? null}, ${sort ?? null}, ${scope ?? null}) as id`

export const renameView = (id: string, { name, version }: Rename) => sql<{ version: number }>`
  select act.rename_view(${id}, ${version}::int, ${name}) as version`

export const deleteView = (id: string) => sql`select act.delete_view(${id})`
