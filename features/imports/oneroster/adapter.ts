import type { CsvAdapter, FoundProblem, KeptFile } from '../adapter.ts'
import type { FileSpec } from '../csv/file-spec.ts'
import { checkCells } from '../csv/queries.ts'
import { stageCsvFile, type CsvContext } from '../csv/stage-file.ts'
import type { RecordKind } from '../records.ts'
import { sqlFile } from '../staging/names.ts'
import { addOriginals, analyzeStaging, createRawTable, makeRecords, runSql } from '../staging/queries.ts'
import { filesLeftOut, gradeFiles, oneRosterFiles, originals } from './columns.ts'
import { compareWithManifest, readManifest, type Manifest } from './manifest.ts'
import { tellMode, type Mode } from './mode.ts'
import { copiedFiles, keepLatest, layOverCopy, noteCopies } from './queries.ts'

const names = ['manifest.csv', ...[...oneRosterFiles(true), ...gradeFiles].map(({ file }) => file), ...filesLeftOut]
const properName = (name: string) => names.find((each) => each.toLowerCase() === name.toLowerCase())

/** What the whole of a file is the whole of. */
const wholeOf: Record<string, RecordKind[]> = {
  'orgs.csv': ['school'],
  'academicSessions.csv': ['session'],
  'classes.csv': ['class'],
  'users.csv': ['person', 'student', 'contact', 'studentContact'],
  'demographics.csv': ['demographics'],
  'enrollments.csv': ['classEnrollment'],
  'results.csv': ['grade'],
}

/** What oneroster/records.sql makes of the roster, whichever of its files are there. */
const rosterKinds: RecordKind[] = [
  ...(['school', 'session', 'class', 'person', 'student', 'contact', 'studentContact'] as const),
  ...(['demographics', 'classEnrollment'] as const),
]

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
        params: { name },
      })
    if (filesLeftOut.includes(name))
      await tell({
        rule: 'not_used',
        severity: 'note',
        message: 'Nothing of this file is used here yet. It was not read.',
      })
  }
}

type Reading = { context: CsvContext; given: Given; manifest: Manifest | null }
type Staged = { spec: FileSpec; mode: Mode }

const columnsOf = (spec: FileSpec) => spec.columns.map((column) => column.name)

/** The cells of one file as they are, and whether they are the whole or changes of it. */
async function readFile({ context, given, manifest }: Reading, spec: FileSpec): Promise<Staged> {
  const file = given.get(spec.file)
  if (!file) {
    await createRawTable(context.client, context.work, spec.table, columnsOf(spec))
    return { spec, mode: 'absent' }
  }
  const staged = await stageCsvFile(context, spec, file)
  if (!staged.isReadable) return { spec, mode: 'unreadable' }
  await checkCells(context.client, context.work, spec, file.name)
  await addOriginals(context.client, context.work, file.name, originals[spec.file] ?? {})
  return { spec, mode: await tellMode(context, spec, file, manifest, staged.broken) }
}

/**
 * Files of changes are laid over what the source told before, when that is known whole: then every kind can be told in full. Answers
 * with the files of which the whole stands in staging now.
 */
async function complete({ context, given }: Reading, staged: readonly Staged[], copied: ReadonlySet<string>) {
  const whole = staged.filter(({ mode }) => mode === 'whole').map(({ spec }) => spec)
  const changes = staged.filter(({ mode }) => mode === 'changes')
  if (changes.length === 0) return whole
  for (const { spec } of changes) await keepLatest(context.client, context.work, spec)
  if (!changes.every(({ spec }) => copied.has(spec.file))) {
    await context.report({ file: 'manifest.csv', rule: 'changes_alone', severity: 'note', message: changesAlone })
    return whole
  }
  const laid = staged.filter(({ spec, mode }) => mode !== 'whole' && copied.has(spec.file)).map(({ spec }) => spec)
  for (const spec of laid) await layOverCopy(context.client, context.work, spec, given.has(spec.file))
  return [...whole, ...laid]
}

const changesAlone =
  'This source has not told the whole of these files yet, so the changes were read by themselves. Once it has sent a full set (bulk), changes are read together with it.'

async function stageRoster(reading: Reading) {
  const { context, given } = reading
  const copied = await copiedFiles(context.client, context.work)
  const hasRoles = given.has('roles.csv') || copied.has('roles.csv')
  const specs = oneRosterFiles(hasRoles)
  const staged: Staged[] = []
  for (const spec of specs) staged.push(await readFile(reading, spec))
  const whole = await complete(reading, staged, copied)
  const unknown = staged.filter(({ spec, mode }) => mode === 'changes' && !whole.includes(spec))
  await noteCopies(
    context.client,
    context.work,
    whole,
    unknown.map(({ spec }) => spec.file),
  )
  await analyzeStaging(
    context.client,
    context.work,
    specs.map((spec) => spec.table),
  )
  return { whole: new Set(whole.map(({ file }) => file)), hasRoles }
}

/** Line items and results, of which only those that close a term or a course become grades. */
async function stageGrades(reading: Reading, whole: Set<string>) {
  if (!reading.given.has('results.csv')) return
  const { context } = reading
  await makeRecords(context.client, context.work, ['grade'])
  for (const spec of gradeFiles)
    if ((await readFile(reading, spec)).mode === 'whole' && spec.file === 'results.csv') whole.add(spec.file)
  await runSql(context.client, context.work, sqlFile('oneroster/results.sql'))
}

async function read(files: readonly KeptFile[], outer: CsvContext) {
  const given: Given = new Map(files.map((file) => [properName(file.name)!, file]))
  const manifestFile = given.get('manifest.csv')
  const manifest = manifestFile ? await readManifest(manifestFile) : null
  await tellAboutSet(given, manifest, outer.report)
  const work = { ...outer.work, fileNames: new Map([...given].map(([name, file]) => [name, file.name])) }
  const reading: Reading = { context: { ...outer, work }, given, manifest }
  await makeRecords(outer.client, work, rosterKinds, ['named_gone'])
  const { whole, hasRoles } = await stageRoster(reading)
  if (hasRoles && !whole.has('roles.csv')) whole.delete('users.csv')
  await runSql(outer.client, work, sqlFile('oneroster/records.sql'))
  await stageGrades(reading, whole)
  const kinds = [...whole].flatMap((name) => wholeOf[name] ?? [])
  const isWhole = ['users.csv', 'classes.csv', 'enrollments.csv'].every((name) => whole.has(name))
  const spans: RecordKind[] = isWhole ? ['schoolEnrollment'] : []
  const hasEnrollments = given.has('enrollments.csv') || whole.has('enrollments.csv')
  if (hasEnrollments) await makeRecords(outer.client, work, ['schoolEnrollment'])
  return { whole: [...kinds, ...spans], derive: hasEnrollments ? ['oneroster/spans.sql'] : [] }
}

/** OneRoster CSV 1.1 and 1.2: https://www.imsglobal.org/spec/oneroster/v1p2 */
export const oneRoster: CsvAdapter = {
  format: 'oneroster',
  recognizes: (name) => properName(name) !== undefined,
  read,
}
