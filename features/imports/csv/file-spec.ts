export type CellKind = 'id' | 'ids' | 'text' | 'date' | 'code' | 'number' | 'boolean'

/** A column as a standard describes it. Without a needed column the file cannot be read, and without its value the row cannot. */
export type ColumnSpec = {
  name: string
  kind: CellKind
  need: 'needed' | 'required' | 'optional'
  codes?: readonly string[]
  /** Codes of the district's own, each with the code of this column that it stands for. */
  own?: readonly { code: string; word: string }[]
  least?: number
  most?: number
}

export type FileSpec = { file: string; table: string; columns: readonly ColumnSpec[] }

/** Never stored, never logged: such a column is left out before anything reaches the database. */
export const isSecret = (header: string) =>
  /pass(word|wd|phrase|code)|\bpwd\b|\bpin\b|^ssn|ssn$|social.?security/i.test(header.replace(/[_-]/g, ' '))
