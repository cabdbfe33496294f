import { sql } from '#platform/database.ts'
import type { FileMapping } from './mapping.ts'
import type { Asked } from './settle.ts'

/** Kept while the steward may look at it: it goes with the files. */
export const keepLook = (importId: string, { looks, proposal, changes }: Asked) => sql`
  insert into import_look (community_id, import_id, district_id, looks, proposal)
  values (access.community(), ${importId}, access.district(), ${JSON.stringify({ looks, changes })}, ${JSON.stringify(proposal)})
  on conflict (community_id, import_id) do update set looks = excluded.looks, proposal = excluded.proposal`

export const forgetLook = (importId: string) =>
  sql`delete from import_look where community_id = access.community() and import_id = ${importId}`

/** What the steward is shown of the files of an import, and how often the mapping of their source has been changed. */
export const findLook = (importId: string) => sql<
  Asked & { version: number; state: string; sourceName: string | null }
>`
  select l.looks -> 'looks' as looks, l.looks -> 'changes' as changes, l.proposal, i.state, s.name as "sourceName", coalesce(m.version, 0) as version
  from import_look l join import i on i.community_id = l.community_id and i.id = l.import_id
  left join import_source s on s.community_id = i.community_id and s.id = i.source_id
  left join import_mapping m on m.community_id = i.community_id and m.source_id = i.source_id
  where l.community_id = (select access.community()) and l.import_id = ${importId}`

export const setMapping = (importId: string, version: number, files: readonly FileMapping[]) => sql<{
  version: number
}>`
  select act.set_import_mapping(${importId}, ${version}, ${JSON.stringify({ files })}) as version`
