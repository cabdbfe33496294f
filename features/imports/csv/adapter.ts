import type { CsvAdapter, KeptFile } from '../adapter.ts'
import { sqlFile, snake } from '../staging/names.ts'
import { addOriginals, makeRecords, runSql } from '../staging/queries.ts'
import type { RecordKind } from '../records.ts'
import type { FileSpec } from './file-spec.ts'
import { checkCells } from './queries.ts'
import { withOwnCodes } from './own-codes.ts'
import { keepPresent } from './present-stand-ins.ts'
import { takePresentRows } from './present-rows.ts'
import { stageCsvFile, type CsvContext } from './stage-file.ts'
import { templates } from './templates.ts'

const specs = templates.map(({ file, columns }): FileSpec => ({
  file,
  table: `raw_own_${snake(file.replace(/\.csv$/, ''))}`,
  columns: columns.map(({ name, kind, required, codes, least, most }) => ({
    name,
    kind,
    need: required ? 'needed' : 'optional',
    ...(codes && { codes }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  })),
}))
/** What is made of each file. */
const kindsOf: Record<string, RecordKind[]> = {
  'calendar.csv': ['calendarDate'],
  'attendance.csv': ['attendance'],
  'incidents.csv': ['incident', 'discipline'],
  'grades.csv': ['grade'],
  'collegeAccess.csv': ['collegeAccess'],
}
/** Our own file of this name. */
export const ownSpecOf = (name: string) => specs.find((spec) => spec.file.toLowerCase() === name.toLowerCase())

const originals = {
  studentExternalId: 'studentSourcedId',
  schoolExternalId: 'schoolSourcedId',
  classExternalId: 'classSourcedId',
  externalId: 'incidentSourcedId',
  onDate: 'date',
  termEndsOn: 'termEndDate',
  days: 'actionDays',
}

async function readFile(context: CsvContext, spec: FileSpec, file: KeptFile) {
  const sieve = spec.file === 'attendance.csv' && !context.needsEveryRow ? takePresentRows : undefined
  const { rows, broken, isReadable, present } = await stageCsvFile(context, spec, file, sieve)
  if (!isReadable) return false
  if (present) await keepPresent(context, file.name, present)
  await checkCells(context.client, context.work, spec, file.name)
  await addOriginals(context.client, context.work, file.name, originals)
  if (!rows)
    await context.report({
      file: file.name,
      rule: 'no_rows',
      severity: 'warning',
      message: 'There is no row below the header. Nothing is withdrawn because of it.',
    })
  if (broken)
    await context.report({
      file: file.name,
      rule: 'rows_lost',
      severity: 'warning',
      message: `${broken} rows could not be read at all, so nothing that is missing is withdrawn this time.`,
      params: { count: broken },
    })
  return rows > 0 && !broken
}

/** The statements of an SQL file that are about these files. */
const about = (name: string, specs: readonly FileSpec[]) =>
  sqlFile(name)
    .split(/(?<=;)\n+/)
    .filter((statement) => specs.some(({ table }) => new RegExp(`\\bstage\\.${table}\\b`).test(statement)))
    .join('\n')

async function read(files: readonly KeptFile[], context: CsvContext) {
  const given = new Map(files.map((file) => [ownSpecOf(file.name)!, file]))
  const work = { ...context.work, fileNames: new Map([...given].map(([spec, file]) => [spec.file, file.name])) }
  const whole: FileSpec[] = []
  const sent = specs.filter((spec) => given.has(spec))
  for (const spec of sent) {
    await makeRecords(context.client, work, kindsOf[spec.file]!, spec.file === 'attendance.csv' ? ['present_day'] : [])
    const known = withOwnCodes(spec, context.ownCodes ?? [])
    if (await readFile({ ...context, work }, known, given.get(spec)!)) whole.push(spec)
  }
  await runSql(context.client, work, about('csv/records.sql', sent))
  if (whole.length) await runSql(context.client, work, about('csv/scope.sql', whole))
  return { whole: [], derive: [] }
}

/** Our own CSV files for what OneRoster does not carry. */
export const ownCsv: CsvAdapter = { format: 'csv', recognizes: (name) => ownSpecOf(name) !== undefined, read }
