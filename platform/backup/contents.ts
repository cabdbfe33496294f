/** What a backup says of itself, in its last entry `contents.json`. */
export type Contents = {
  format: 1
  madeAt: string
  /** PostgreSQL's version there, for the reader's information. */
  server: string
  /** The migrations that had run, in order, each with its digest. */
  migrations: { file: string; digest: string }[]
  tables: TableContents[]
}

/** `rows` as PostgreSQL counted them; `sha256` of the table's bytes in the backup. */
export type TableContents = { name: string; rows: number; sha256: string }

export const contentsName = 'contents.json'
export const entryOf = (table: string) => `tables/${table}.tsv`

/** The sentences for tables that differ between a backup and a database; none when all is the same. */
export function differences(wanted: TableContents[], found: TableContents[]): string[] {
  const byName = new Map(found.map((table) => [table.name, table]))
  return wanted.flatMap(({ name, rows, sha256 }) => {
    const other = byName.get(name)
    if (!other) return [`${name} is missing.`]
    if (other.rows !== rows) return [`${name} has ${other.rows} rows instead of ${rows}.`]
    return other.sha256 === sha256 ? [] : [`${name} has other contents.`]
  })
}
