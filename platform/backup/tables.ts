import type pg from 'pg'

/** A table of the database as a backup sees it. `columns` leaves out what the database computes by itself. */
export type Table = { name: string; columns: string[]; order: string[]; needs: string[] }

/** What a backup leaves out: everybody signs in again after a restore, and the list of migrations is compared, not copied. */
export const leftOut = ['platform.session', 'public.migration']

const listing = `
  select n.nspname || '.' || c.relname as name,
    (select json_agg(a.attname order by a.attnum) from pg_attribute a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select json_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by k.place)
     from pg_index i cross join lateral unnest(i.indkey) with ordinality as k (attnum, place)
     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary) as "order",
    coalesce((select json_agg(distinct fn.nspname || '.' || f.relname) from pg_constraint r join pg_class f on f.oid = r.confrelid
     join pg_namespace fn on fn.oid = f.relnamespace where r.conrelid = c.oid and r.contype = 'f' and r.confrelid <> c.oid), '[]') as needs
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'platform')
  order by 1`

/** Every table that a backup holds, those first that others refer to. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(listing)
  const kept = rows.filter(({ name }) => !leftOut.includes(name))
  const orderless = kept.filter(({ order }) => !order)
  if (orderless.length > 0) throw new Error(`No primary key: ${orderless.map(({ name }) => name).join(', ')}.`)
  return referredFirst(kept)
}

/**
 * Puts each table behind those that it refers to. A reference to a table that is not among them is no need; a circle of references
 * stays in the order of names, and its deferrable foreign keys are checked at the end.
 */
export function referredFirst<T extends { name: string; needs: string[] }>(tables: T[]): T[] {
  const placed: T[] = []
  let waiting = [...tables].sort((a, b) => (a.name < b.name ? -1 : 1))
  while (waiting.length > 0) {
    const open = new Set(waiting.map(({ name }) => name))
    const ready = waiting.filter(({ name, needs }) => needs.every((need) => need === name || !open.has(need)))
    const next = ready.length > 0 ? ready : [waiting[0]!]
    placed.push(...next)
    waiting = waiting.filter((table) => !next.includes(table))
  }
  return placed
}

/** The name of a table, ready for a statement. */
export const sqlName = (name: string) =>
  name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')
const columnList = ({ columns }: Table) => columns.map((column) => `"${column}"`).join(', ')

/** The table's rows as text, in the order of its key, so that equal rows make equal bytes on every server. */
export const copyOut = (table: Table) =>
  `copy (select ${columnList(table)} from ${sqlName(table.name)} order by ${table.order.join(', ')}) to stdout`

export const copyIn = (table: Table) => `copy ${sqlName(table.name)} (${columnList(table)}) from stdin`

/** What makes the text of a value the same on every server. */
export const plainText = `
  set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'postgres'; set local extra_float_digits = 1;
  set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local statement_timeout = 0`
