import { once } from 'node:events'
import type { KeptFile, SentenceParams } from '../adapter.ts'
import type { CsvContext } from '../csv/stage-file.ts'
import { encodingNames } from '../csv/encoding.ts'
import { recordKinds } from '../records.ts'
import { snake } from '../staging/names.ts'
import { addOriginals, analyzeStaging, createRawTable, csvLine, makeRecords, openCsvCopy } from '../staging/queries.ts'
import { isTotalsRow } from './header-row.ts'
import type { FileMapping, Mapping } from './mapping.ts'
import { recordColumnOf } from './record-columns.ts'
import { baseOf, rowKindNames } from './row-kinds.ts'
import { openTable, type Table } from './table.ts'
import { columnsOfKind, translator } from './translate.ts'

const tableOf = (kind: string) => `map_${snake(kind)}`

const hasOwn = (mapping: FileMapping, header: string) => Object.hasOwn(mapping.columns, header)

type Telling = Pick<CsvContext, 'report'> & { file: string }

async function tellTable({ report, file }: Telling, table: Table, mapping: FileMapping) {
  const note = (rule: string, message: string, params: SentenceParams, column?: string) =>
    report({ file, rule, severity: 'note', message, params, ...(column && { column, row: table.headerRow }) })
  if (table.encoding !== 'utf-8')
    await note(
      'encoding',
      `This file is not in UTF-8 but in what looks like ${encodingNames[table.encoding]}, and was read so. Please check a name with an accent.`,
      { encoding: encodingNames[table.encoding] },
    )
  for (const secret of table.secrets)
    await note(
      'secret_column',
      'This column was left out before anything was stored. Please do not send passwords or social security numbers.',
      {},
      secret,
    )
  for (const header of mapping.headers.filter((each) => !hasOwn(mapping, each)))
    await note('not_used', 'By the mapping of this source this column is not used.', { context: 'column' }, header)
}

async function tellOdd({ report, file }: Telling, table: Table) {
  for (const { row, cells } of table.odd)
    await report({
      file,
      row,
      rule: 'cell_count',
      severity: 'error',
      params: { context: 'width', has: cells, wants: table.headers.length + table.secrets.length },
      message: `This row has ${cells} cells where the header has ${table.headers.length + table.secrets.length}, so it was not read. Make it as wide as the header and send the file again.`,
    })
}

async function copyRows(context: CsvContext, table: Table, mapping: FileMapping) {
  const kind = mapping.holds
  const columns = columnsOfKind(kind)
  const target = openCsvCopy(
    context.client,
    context.work,
    tableOf(kind),
    ['file', 'row_number', ...columns.map(snake)],
    false,
  )
  const finished = once(target, 'finish')
  finished.catch(() => {})
  const translate = translator(mapping)
  const order = mapping.headers.map((header) => table.headers.indexOf(header))
  for await (const { row, cells } of table.rows()) {
    if (isTotalsRow(cells)) {
      await context.report({
        file: mapping.file,
        row,
        rule: 'totals_row',
        severity: 'note',
        message: 'This row is a total and nobody’s record. It was not read.',
      })
      continue
    }
    context.progress(1)
    const lines = translate(order.map((i) => cells[i] ?? '')).map((values) =>
      csvLine([mapping.file, String(row), ...columns.map((each) => values[each])]),
    )
    if (lines.length && !target.write(lines.join(''))) await once(target, 'drain')
  }
  target.end()
  await finished
}

async function stageFile(context: CsvContext, file: KeptFile, mapping: FileMapping) {
  const telling = { report: context.report, file: mapping.file }
  if (mapping.holds === 'nothing')
    return context.report({
      file: mapping.file,
      rule: 'not_used',
      severity: 'note',
      message: 'By the mapping of this source nothing of this file is used.',
      params: { context: 'mapping' },
    })
  const table = await openTable(file)
  if (!table) return
  await tellTable(telling, table, mapping)
  await copyRows(context, table, mapping)
  await tellOdd(telling, table)
  const originals = Object.entries(mapping.columns).flatMap(([header, field]) =>
    recordColumnOf(mapping.holds, baseOf(field)).map((column) => [column, header] as const),
  )
  await addOriginals(context.client, context.work, mapping.file, Object.fromEntries(originals))
}

/** What mapped/records.sql makes of rows. */
const kindsMade = recordKinds.filter((kind) => kind !== 'sectionAttendance' && kind !== 'program')

/** Brings files into staging as their mapping says: the rows of each kind in one table, whatever file they came from. */
export async function stageMapped(context: CsvContext, files: readonly KeptFile[], mapping: Mapping): Promise<void> {
  await makeRecords(context.client, context.work, kindsMade)
  for (const kind of rowKindNames)
    await createRawTable(context.client, context.work, tableOf(kind), ['file', ...columnsOfKind(kind)])
  for (const each of mapping.files) {
    const file = files.find(({ name }) => name === each.file)
    if (file) await stageFile(context, file, each)
  }
  await analyzeStaging(context.client, context.work, rowKindNames.map(tableOf))
}
