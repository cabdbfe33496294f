import type { CsvAdapter, FoundProblem, KeptFile } from '../adapter.ts'
import type { FileSpec } from '../csv/file-spec.ts'
import { checkCells, countStatuses } from '../csv/queries.ts'
import { stageCsvFile, type CsvContext } from '../csv/stage-file.ts'
import type { RecordKind } from '../records.ts'
import { sqlFile } from '../staging/names.ts'
import { addOriginals, analyzeStaging, createRawTable, runSql } from '../staging/queries.ts'
import { filesLeftOut, oneRosterFiles, originals } from './columns.ts'
import { compareWithManifest, readManifest, type Manifest } from './manifest.ts'

const names = ['manifest.csv', ...oneRosterFiles(false).map((spec) => spec.file), ...filesLeftOut]
const properName = (name: string) => names.find((each) => each.toLowerCase() === name.toLowerCase())

/** What the whole of a file is the whole of. */
const wholeOf: Record<string, RecordKind[]> = {
  'orgs.csv': ['school'],
  'academicSessions.csv': ['session'],
  'classes.csv': ['class'],
  'users.csv': ['person', 'student', 'contact', 'studentContact'],
  'demographics.csv': ['demographics'],
  'enrollments.csv': ['classEnrollment'],
}

type Given = Map<string, KeptFile>

async function tellAboutSet(given: Given, manifest: Manifest | null, report: CsvContext['report']) {
  const data = [...given.keys()].filter((name) => name !== 'manifest.csv')
  for (const problem of compareWithManifest(manifest, data)) await report(problem)
  for (const [name, file] of given) {
    const tell = (problem: Omit<FoundProblem, 'file'>) => report({ file: file.name, ...problem })
    if (file.name !== name)
      await tell({
        rule: 'file_name',
        severity: 'warning',
        message: `The name of this file should be written ${name}. It was read.`,
      })
    if (filesLeftOut.includes(name))
      await tell({
        rule: 'not_used',
        severity: 'note',
        message: 'Nothing of this file is used here yet. It was not read.',
      })
  }
}

const modeMessages = {
  delta:
    'The manifest calls this file bulk, but its rows carry a status, and the rows count: they were read as changes, and nothing that is missing is withdrawn.',
  plain: 'This file tells changes (delta). Its rows were read as changes, and nothing that is missing is withdrawn.',
  unmarked:
    'The manifest calls this file delta, but no row has a status. The rows were read as changes, and nothing that is missing is withdrawn.',
  mixed:
    'Some rows carry a status and others do not. All were read as changes, and nothing that is missing is withdrawn.',
}

/** Whether the file is the whole truth of its kind; every reason why it is not is reported. */
async function isWhole(context: CsvContext, spec: FileSpec, file: KeptFile, manifest: Manifest | null, broken: number) {
  const { all, told } = await countStatuses(context.client, context.work, spec.table)
  const tell = (rule: string, severity: FoundProblem['severity'], message: string) =>
    context.report({ file: file.name, rule, severity, message })
  if (!all) {
    await tell(
      'no_rows',
      'error',
      'There is no row below the header, which the standard does not allow. Nothing is withdrawn because of it.',
    )
    return false
  }
  const mode = manifest?.modes.get(spec.file)
  if (told && mode === 'bulk') await tell('bulk_with_status', 'warning', modeMessages.delta)
  else if (told) await tell('delta', 'note', modeMessages.plain)
  else if (mode === 'delta') await tell('delta_without_status', 'warning', modeMessages.unmarked)
  if (told && told < all) await tell('status_mixed', 'warning', modeMessages.mixed)
  if (broken)
    await tell(
      'rows_lost',
      'warning',
      `${broken} rows could not be read at all, so nothing that is missing is withdrawn this time.`,
    )
  return !told && mode !== 'delta' && !broken
}

async function readFile(context: CsvContext, spec: FileSpec, file: KeptFile, manifest: Manifest | null) {
  const staged = await stageCsvFile(context, spec, file)
  if (!staged.isReadable) return false
  await checkCells(context.client, context.work, spec, file.name)
  await addOriginals(context.client, context.work, file.name, originals[spec.file] ?? {})
  return isWhole(context, spec, file, manifest, staged.broken)
}

async function read(files: readonly KeptFile[], context: CsvContext) {
  const given: Given = new Map(files.map((file) => [properName(file.name)!, file]))
  const manifestFile = given.get('manifest.csv')
  const manifest = manifestFile ? await readManifest(manifestFile) : null
  await tellAboutSet(given, manifest, context.report)
  const work = { ...context.work, fileNames: new Map([...given].map(([name, file]) => [name, file.name])) }
  const specs = oneRosterFiles(given.has('roles.csv'))
  const whole = new Set<string>()
  for (const spec of specs) {
    const file = given.get(spec.file)
    if (!file)
      await createRawTable(
        context.client,
        work,
        spec.table,
        spec.columns.map((column) => column.name),
      )
    else if (await readFile({ ...context, work }, spec, file, manifest)) whole.add(spec.file)
  }
  if (given.has('roles.csv') && !whole.has('roles.csv')) whole.delete('users.csv')
  await analyzeStaging(
    context.client,
    work,
    specs.map((spec) => spec.table),
  )
  await runSql(context.client, work, sqlFile('oneroster/records.sql'))
  const kinds = [...whole].flatMap((name) => wholeOf[name] ?? [])
  const spans: RecordKind[] = ['users.csv', 'classes.csv', 'enrollments.csv'].every((name) => whole.has(name))
    ? ['schoolEnrollment']
    : []
  return { whole: [...kinds, ...spans], derive: given.has('enrollments.csv') ? ['oneroster/spans.sql'] : [] }
}

/** OneRoster CSV 1.1 and 1.2: https://www.imsglobal.org/spec/oneroster/v1p2 */
export const oneRoster: CsvAdapter = {
  format: 'oneroster',
  recognizes: (name) => properName(name) !== undefined,
  read,
}
