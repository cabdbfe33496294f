import { sql } from '#platform/database.ts'
import type { Statement as RecordStatement } from '../contract.ts'
import type { Correction, CorrectionAnswer, NewCorrection, NewStatement } from './contract.ts'

/** Questions that the reader may know of: about one student, or (null) about everyone in reach. */
export const listCorrections = (student: string | null) => sql<Correction>`
  select id, student_id as "studentId", student_name as "studentName", school_name as "schoolName", fact, on_day as "on", label, was,
    says_now as "saysNow", wrong, right_is as "rightIs", asker_kind as "askerKind", asker_name as "askerName", is_mine as "isMine",
    asked_at as "askedAt", state, answer, answer_text as "answerText", answered_at as "answeredAt", coalesce(answered_by, '') as "answeredBy",
    corrected_at as "correctedAt", corrected_from as "correctedFrom", became, statement, may_answer as "mayAnswer", version
  from access.list_corrections(${student}::uuid)`

export const listStatements = (student: string) => sql<RecordStatement>`
  select fact, on_day as "on", label, body, written_at as "writtenAt" from access.list_statements(${student})`

export const askCorrection = (student: string, c: NewCorrection) => sql<{ id: string }>`
  select act.ask_correction(${student}, ${c.fact}, ${c.on ?? null}::date, ${c.label ?? ''}, ${c.wrong}, ${c.rightIs}) as id`
type Told = { subjects: string; bodies: string }
export const answerCorrection = (id: string, a: CorrectionAnswer, { subjects, bodies }: Told) =>
  sql`select act.answer_correction(${id}, ${a.version}, ${a.answer}, ${a.text}, ${subjects}, ${bodies})`
export const closeCorrection = (id: string, version: number) => sql`select act.close_correction(${id}, ${version})`
export const addStatement = (id: string, s: NewStatement) =>
  sql<{ id: string }>`select act.add_statement(${id}, ${s.version}, ${s.body}) as id`

/** For the importer, in the transaction that applies or undoes: which questions this import answers by what it changed. */
export const linkCorrections = (importId: string) =>
  sql<{ linked: number }>`select access.link_corrections(${importId}) as linked`
