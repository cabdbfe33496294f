import { copyLines, csvLine } from '../staging/queries.ts'
import type { PresentRows } from './present-rows.ts'
import type { CsvContext } from './stage-file.ts'

const batchRows = 4000
const studentColumns = [
  ...['file', 'row_number', 'student_external_id', 'school_external_id', 'on_date', 'code', 'stands_for'],
]
const dayColumns = ['file', 'school_external_id', 'on_date', 'rows']

async function keep({ client, work }: CsvContext, table: string, columns: string[], rows: readonly string[]) {
  for (let from = 0; from < rows.length; from += batchRows)
    await copyLines(client, work, table, columns, rows.slice(from, from + batchRows))
}

/** One row for each student who was present, which stands for all of them: whoever is not known is found by it. And the days of school. */
export async function keepPresent(context: CsvContext, file: string, present: PresentRows) {
  const students = present
    .students()
    .map(({ row, student, school, date, rows }) =>
      csvLine([file, `${row}`, student, school, date, 'present', `${rows}`]),
    )
  const days = present.days().map(({ school, date, rows }) => csvLine([file, school, date, `${rows}`]))
  await keep(context, 'attendance', studentColumns, students)
  await keep(context, 'present_day', dayColumns, days)
}
