import { existsSync } from 'node:fs'
import { bringIn, discardDryRun } from '#features/indicators/bring-in.ts'
import type { ImportDetail, ImportProblem } from '#features/imports/contract.ts'
import { countProblems, findImportDetail, listImportFiles, listProblems } from '#features/imports/desk/queries.ts'
import { asOperator, print, say, UsageError, type Command, type OperatorDesk } from './command.ts'

const shownProblems = 50
const jsonProblems = 10_000

export const run: Command = (call) => {
  const { words: paths, options } = call
  if (paths.length === 0) throw new UsageError('Please name the files, the folder or the zip to import.')
  for (const path of paths) if (!existsSync(path)) throw new UsageError(`There is no file or folder ${path}.`)
  const answers = Object.fromEntries((options.answer ?? []).map((each) => each.split('=') as [string, string]))
  return asOperator(call, async (desk) => {
    const sourceName = options.name ?? 'Files'
    const id = await bringIn(desk, { paths, sourceName, apply: options.apply ?? false, answers })
    const report = await readReport(desk, id)
    if (!options.apply) await discardDryRun(desk, id)
    if (options.json) print(JSON.stringify(report))
    else show(report)
    return 0
  })
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
  say(found.state === 'applied' ? 'Applied.' : 'This was a dry run: nothing was changed. Add --apply to apply it.')
}
