import { existsSync, readFileSync } from 'node:fs'
import { bringIn, discardDryRun } from '#features/indicators/bring-in.ts'
import type { ImportDetail, ImportProblem } from '#features/imports/contract.ts'
import { proposeForPaths } from '#features/imports/mapped/propose-paths.ts'
import { faultsOf, type Mapping } from '#features/imports/mapped/mapping.ts'
import { sentenceOfFault, sentenceOfReason } from '#features/imports/mapped/sentences.ts'
import { countProblems, findImportDetail, listImportFiles, listProblems } from '#features/imports/desk/queries.ts'
import { print, say, UsageError, type Command } from './command.ts'
import { asOperator, type OperatorDesk } from './desk.ts'

const shownProblems = 50
const jsonProblems = 10_000

export const run: Command = (call) => {
  const { words: paths, options } = call
  if (paths.length === 0) throw new UsageError('Please name the files, the folder or the zip to import.')
  for (const path of paths) if (!existsSync(path)) throw new UsageError(`There is no file or folder ${path}.`)
  if (options['propose-mapping']) return proposeMapping(paths)
  const mapping = options.mapping ? readMapping(options.mapping) : undefined
  const answers = Object.fromEntries((options.answer ?? []).map((each) => each.split('=') as [string, string]))
  return asOperator(call, async (desk) => {
    const sourceName = options.name ?? 'Files'
    const id = await bringIn(desk, {
      paths,
      sourceName,
      apply: options.apply ?? false,
      answers,
      ...(mapping && { mapping }),
    })
    const report = await readReport(desk, id)
    if (!options.apply) await discardDryRun(desk, id)
    if (options.json) print(JSON.stringify(report))
    else show(report)
    return 0
  })
}

/** Prints what the files seem to hold, as JSON that --mapping takes once it is looked through and nothing in it is unsure. */
async function proposeMapping(paths: readonly string[]): Promise<number> {
  const { files, reasons } = await proposeForPaths(paths)
  const told = Object.entries(reasons).map(([file, all]) => [
    file,
    all.map((each) => ({ about: each.about, isSure: each.isSure, sentence: sentenceOfReason(each) })),
  ])
  print(JSON.stringify({ files, reasons: Object.fromEntries(told) }, null, 2))
  return 0
}

function readMapping(file: string): Mapping {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`)
  let mapping: Mapping
  try {
    const { files } = JSON.parse(readFileSync(file, 'utf8')) as Mapping
    mapping = { files: files.map((each) => ({ ...each })) }
  } catch {
    throw new UsageError(`${file} is not a mapping as --propose-mapping prints it.`)
  }
  const faults = faultsOf(mapping)
  if (faults.length > 0)
    throw new UsageError(`This mapping cannot be used yet:\n${faults.map(sentenceOfFault).join('\n')}`)
  return mapping
}

type Report = {
  import: Omit<ImportDetail, 'files' | 'problemCounts'>
  files: unknown[]
  problemCounts: unknown
  problems: ImportProblem[]
}

const readReport = async ({ database, session }: OperatorDesk, id: string): Promise<Report> => {
  const { rows } = await database.read(session, null, [
    findImportDetail(id),
    listImportFiles(id),
    countProblems(id),
    listProblems(id, null, jsonProblems, 0),
  ])
  return { import: rows[0][0]!, files: rows[1], problemCounts: rows[2][0], problems: rows[3] }
}

function show({ import: found, problems }: Report) {
  print(
    `${'table'.padEnd(24)}${['added', 'changed', 'unchanged', 'withdrawn', 'set aside'].map((word) => word.padStart(11)).join('')}`,
  )
  for (const [table, c] of Object.entries(found.counts))
    print(
      `${table.padEnd(24)}${[c.added, c.changed, c.unchanged, c.withdrawn, c.setAside].map((n) => String(n).padStart(11)).join('')}`,
    )
  for (const { severity, file, rowNumber, message } of problems.slice(0, shownProblems))
    say(`${severity}: ${file}${rowNumber === null ? '' : `, row ${rowNumber}`}: ${message}`)
  if (problems.length > shownProblems) say(`… and ${problems.length - shownProblems} more; --json prints them all.`)
  for (const { key, sentence, choices } of found.questions)
    say(`Question: ${sentence} Answer with --answer ${key}=${choices.map((choice) => choice.value).join('|')}`)
  if (found.state === 'needs_mapping')
    return say(
      'Nobody has said yet what the columns of these files are. Add --propose-mapping, look it through, and give it with --mapping FILE.',
    )
  say(found.state === 'applied' ? 'Applied.' : 'This was a dry run: nothing was changed. Add --apply to apply it.')
}
