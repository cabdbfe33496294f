import path from 'node:path'
import type { ImportDoor } from '#platform/import-door.ts'
import { Problem, asProblem } from '#platform/problems.ts'
import { publishProblems } from './checks/queries.ts'
import { prepareFacts } from './facts/prepare.ts'
import type { Question } from './facts/questions.ts'
import { keptFolder } from './files/keep.ts'
import { asRefusal } from './files/refusals.ts'
import { openProgress } from './progress.ts'
import { fail, findImport, finishCheck, startReading, type ImportRow } from './queries.ts'
import { readIntoStaging, type Read } from './reading.ts'
import { countStaged, runSql } from './staging/queries.ts'
import { sqlFile, type Work } from './staging/names.ts'

export type ImporterOptions = { door: ImportDoor; dataDir: string }

export const workOf = (row: ImportRow): Work => ({ importId: row.id, sourceId: row.sourceId })

const mayCheck = new Set(['received', 'reading', 'checked', 'needs_answer', 'applying'])

const notNow = (state: string) =>
  new Problem(409, 'not_now', `An import that is ${state} cannot be checked. Send the files again.`)

/** Why an import stopped, in a sentence that says what to do. */
export function sentenceOf(error: unknown): string {
  const refused = asRefusal(error)
  const problem = refused instanceof Problem ? refused : asProblem(refused)
  if (problem && problem.code !== 'unexpected') return problem.message
  return 'Something went wrong on our side while the files were read. Nothing was changed. Try again; if it happens again, tell whoever runs the server.'
}

const isAnswered = (questions: readonly Question[], answers: Record<string, string>) =>
  questions.every((question) => !question.isBlocking || answers[question.key] === 'yes')

async function prepare({ door }: ImporterOptions, row: ImportRow, read: Read): Promise<ImportRow> {
  const work = workOf(row)
  return door.importing(row.id, async (tx, _entered, client) => {
    await client.query("set local work_mem = '64MB'")
    for (const file of read.derive) await runSql(client, work, sqlFile(file))
    const { counts, questions } = await prepareFacts(client, work, row.practice, () => {})
    await publishProblems(client, work)
    const state = isAnswered(questions, row.answers) ? 'checked' : 'needs_answer'
    const stagedRows = await countStaged(client, work)
    await tx(finishCheck(row.id, { state, formats: read.formats, counts, questions, stagedRows }))
    return (await tx(findImport(row.id)))[0]!
  })
}

/** Reads the kept files, checks them and finds what they would change. Nothing but the import's own rows is written. */
export async function checkImport(importId: string, options: ImporterOptions): Promise<ImportRow> {
  const { door, dataDir } = options
  const progress = openProgress(door, importId)
  try {
    const row = await door.importing(importId, async (tx) => {
      const [found] = await tx(findImport(importId))
      if (!found || !mayCheck.has(found.state)) throw notNow(found?.state ?? 'gone')
      await tx(
        startReading(
          importId,
          found.files.reduce((sum, file) => sum + (file.rows ?? 0), 0),
        ),
      )
      return found
    })
    const read = await readIntoStaging(
      door,
      workOf(row),
      path.resolve(keptFolder(dataDir, importId)),
      row.files,
      progress,
    )
    await progress.finish()
    return await prepare(options, row, read)
  } catch (error) {
    await progress.finish()
    await door.importing(importId, (tx) => tx(fail(importId, sentenceOf(error)))).catch(() => {})
    throw asRefusal(error)
  }
}
