import { Readable } from 'node:stream'
import writeExcelFile from 'write-excel-file/node'

/** What stands in a cell. Texts are never read as numbers or formulas, so that 000001 stays 000001. */
export type Cell = string | number | null | undefined

// A spreadsheet runs a cell that starts like a formula; the apostrophe keeps it text (OWASP, CSV injection).
const looksLikeFormula = /^[=+\-@\t\r\n]/

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = cell ?? ''
  return `"${(looksLikeFormula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** One line of CSV (RFC 4180). */
export const csvLine = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`

/** The mark by which a spreadsheet knows UTF-8. */
const byteOrderMark = '\uFEFF'

/** CSV as its pages come in; nothing of a page leaves before its transaction has committed. */
export function csvStream(head: readonly string[], pages: AsyncIterable<readonly (readonly Cell[])[]>): Readable {
  async function* lines() {
    yield byteOrderMark + csvLine(head)
    for await (const rows of pages) yield rows.map(csvLine).join('')
  }
  return Readable.from(lines())
}

// XML 1.0 has no place for these characters, and a sheet is XML.
const notInXml =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const longestCell = 32_767

const xlsxCell = (cell: Cell) => {
  if (typeof cell === 'number') return { type: Number, value: cell }
  const text = (cell ?? '').replace(notInXml, '').slice(0, longestCell)
  if (text === '') return null
  // The library looks texts up in a plain object, where a word such as "constructor" stands already: a space behind it makes it another.
  return { type: String, value: text in Object.prototype ? `${text} ` : text }
}

/** A workbook of one sheet: a line about it, the headings, the rows. Texts are text cells, whatever they begin with. */
export async function xlsxFile(
  about: string,
  head: readonly string[],
  pages: AsyncIterable<readonly (readonly Cell[])[]>,
) {
  const rows = []
  for await (const page of pages) for (const cells of page) rows.push(cells.map(xlsxCell))
  const heading = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const sheet = [[{ value: about, type: String }], heading, ...rows]
  return writeExcelFile(sheet, { columns: head.map(() => ({ width: 20 })), stickyRowsCount: 2 }).toBuffer()
}
