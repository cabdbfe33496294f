import path from 'node:path'
import type { ImportDoor } from '#platform/import-door.ts'
import { Problem, asProblem } from '#platform/problems.ts'
import { publishProblems } from './checks/queries.ts'
import { layHalfDays } from './facts/half-days.ts'
import { prepareFacts } from './facts/prepare.ts'
import type { Question } from './facts/questions.ts'
import { keptFolder } from './files/keep.ts'
import { asRefusal } from './files/refusals.ts'
import { keepLook } from './mapped/queries.ts'
import { openProgress } from './progress.ts'
import {
  fail,
  findImport,
  finishCheck,
  setState,
  startChecking,
  startReading,
  type Failure,
  type ImportRow,
} from './queries.ts'
import { readIntoStaging, type Read } from './reading.ts'
import { checkSameFiles } from './same-files.ts'
import { countStaged, expectRows, runSql } from './staging/queries.ts'
import { sqlFile, type Work } from './staging/names.ts'

export type ImporterOptions = {
  door: ImportDoor
  dataDir: string
  /** Reads files again even where they are those of the last import: to show that it comes to the same. */
  readsAgain?: boolean
}

export const workOf = (row: ImportRow): Work => ({ importId: row.id, sourceId: row.sourceId, made: new Set() })

class NotNow extends Problem {
  constructor(state: string) {
    super(409, 'not_now', `An import that is ${state} cannot be checked. Send the files again.`)
  }
}

/** Why an import stopped, in a sentence that says what to do. */
export function failureOf(error: unknown): Failure {
  const refused = asRefusal(error)
  const problem = refused instanceof Problem ? refused : asProblem(refused)
  if (problem && problem.code !== 'unexpected') return { sentence: problem.message, code: problem.code }
  const sentence =
    'Something went wrong on our side while the files were read. Nothing was changed. Try again; if it happens again, tell whoever runs the server.'
  return { sentence, code: 'stopped' }
}

const isAnswered = (questions: readonly Question[], answers: Record<string, string>) =>
  questions.every((question) => !question.isBlocking || answers[question.key] === 'yes')

/** Nobody has said yet what the columns of these files are: the import waits. */
const ask = ({ door }: ImporterOptions, row: ImportRow, { look }: Read): Promise<ImportRow> =>
  door.importing(row.id, async (tx, _entered, client) => {
    await tx(keepLook(row.id, look!))
    await tx(setState(row.id, 'needs_mapping'))
    await publishProblems(client, workOf(row))
    return (await tx(findImport(row.id)))[0]!
  })

async function prepare({ door }: ImporterOptions, row: ImportRow, read: Read): Promise<ImportRow> {
  const work = workOf(row)
  const staged = await door.staging((client) => countStaged(client, work))
  await door.importing(row.id, (tx) => tx(startChecking(row.id, staged)))
  const progress = openProgress(door, row.id)
  return door.importing(row.id, async (tx, _entered, client) => {
    await expectRows(client, staged)
    if (read.look) await tx(keepLook(row.id, read.look))
    for (const file of read.derive) await runSql(client, work, sqlFile(file))
    await layHalfDays(client, work)
    const { counts, questions } = await prepareFacts(client, work, row.practice, progress.add).finally(progress.finish)
    await publishProblems(client, work)
    const state = isAnswered(questions, row.answers) ? 'checked' : 'needs_answer'
    const stagedRows = await countStaged(client, work)
    await tx(finishCheck(row.id, { state, formats: read.formats, counts, questions, stagedRows }))
    return (await tx(findImport(row.id)))[0]!
  })
}

/** The import, about to be read; or already checked, when its files are those of the last one. */
const begin = ({ door, readsAgain }: ImporterOptions, importId: string) =>
  door.importing(importId, async (tx) => {
    const [row] = await tx(findImport(importId))
    const rows = row?.files.reduce((sum, file) => sum + (file.rows ?? 0), 0) ?? 0
    const [begun] = await tx(startReading(importId, rows))
    if (!row || !begun) throw new NotNow(row?.state ?? 'gone')
    return { row, checked: readsAgain ? undefined : await checkSameFiles(tx, row) }
  })

/** Reads the kept files, checks them and finds what they would change. Nothing but the import's own rows is written. */
export async function checkImport(importId: string, options: ImporterOptions): Promise<ImportRow> {
  const { door, dataDir } = options
  const progress = openProgress(door, importId)
  try {
    const { row, checked } = await begin(options, importId)
    if (checked) return checked
    const folder = path.resolve(keptFolder(dataDir, importId))
    const read = await readIntoStaging(door, workOf(row), folder, row, progress)
    await progress.finish()
    return read.formats.length === 0 ? await ask(options, row, read) : await prepare(options, row, read)
  } catch (error) {
    await progress.finish()
    if (!(error instanceof NotNow)) await giveUp(options, importId, asRefusal(error))
    throw asRefusal(error)
  }
}

/** The import says why it stopped, and what was found until then. One that only lost its database is taken up again. */
async function giveUp({ door }: ImporterOptions, importId: string, error: unknown) {
  const isPassing = error instanceof Problem && error.status === 503
  const tell = (isPublished: boolean) =>
    door.importing(importId, async (tx, _entered, client) => {
      const [row] = await tx(findImport(importId))
      if (isPublished) await publishProblems(client, workOf(row!))
      await tx(fail(importId, failureOf(error), isPassing ? row!.state : 'failed'))
    })
  await tell(true)
    .catch(() => tell(false))
    .catch(() => {})
}
