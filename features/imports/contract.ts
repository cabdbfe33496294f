import { Type, type Static } from 'typebox'
import { Nullable } from '../students/contract.ts'

export const TableCounts = Type.Object({
  added: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  withdrawn: Type.Integer(),
  setAside: Type.Integer(),
})
export type TableCounts = Static<typeof TableCounts>
/** What the words of a sentence are filled with; `context` chooses between the sentences of one rule. */
export const SentenceParams = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))
export const Question = Type.Object({
  key: Type.String(),
  sentence: Type.String({ description: 'in English' }),
  params: Type.Optional(SentenceParams),
  choices: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
})
export type Question = Static<typeof Question>
export const ImportFile = Type.Object({
  name: Type.String(),
  kind: Type.String(),
  bytes: Type.Integer(),
  rowCount: Nullable(Type.Integer()),
})
export const ImportSummary = Type.Object({
  id: Type.String(),
  sourceName: Nullable(Type.String()),
  state: Type.String({
    description:
      'received, reading, needs_mapping, checking, checked, needs_answer, applying, applied, failed, undoing, undone, discarded',
  }),
  formats: Type.Array(Type.String()),
  rowsDone: Type.Integer(),
  rowsExpected: Nullable(Type.Integer()),
  failure: Nullable(Type.String()),
  failureCode: Nullable(Type.String({ description: 'the words of the failure, under refusal' })),
  createdAt: Type.String(),
  createdBy: Nullable(Type.String()),
  appliedAt: Nullable(Type.String()),
  mayUndo: Type.Boolean(),
})
export type ImportSummary = Static<typeof ImportSummary>
export const ImportDetail = Type.Object({
  ...ImportSummary.properties,
  files: Type.Array(ImportFile),
  counts: Type.Record(Type.String(), TableCounts),
  questions: Type.Array(Question),
  answers: Type.Record(Type.String(), Type.String()),
  problemCounts: Type.Object({ error: Type.Integer(), warning: Type.Integer(), note: Type.Integer() }),
})
export type ImportDetail = Static<typeof ImportDetail>
export const ImportProblem = Type.Object({
  file: Type.String(),
  rowNumber: Nullable(Type.Integer()),
  columnName: Nullable(Type.String()),
  value: Nullable(Type.String()),
  rule: Type.String(),
  severity: Type.String(),
  message: Type.String({ description: 'in English' }),
  params: SentenceParams,
})
export type ImportProblem = Static<typeof ImportProblem>
export const Answers = Type.Object({ answers: Type.Record(Type.String(), Type.String()) })

const KnownCode = Type.Object({
  code: Type.String(),
  meaning: Type.String({ description: 'empty: nothing is known' }),
  isOwn: Type.Boolean({ description: 'said by the district itself' }),
})
export type KnownCode = Static<typeof KnownCode>
export const CodeCategory = Type.Object({
  category: Type.String(),
  meanings: Type.Array(Type.String()),
  setsAside: Type.Boolean({ description: 'whether a record with an unknown code is set aside' }),
  codes: Type.Array(KnownCode),
})
export type CodeCategory = Static<typeof CodeCategory>
export const CodeMeaning = Type.Object({
  category: Type.String({ maxLength: 50 }),
  code: Type.String({ minLength: 1, maxLength: 300 }),
  // One schema for both: of a union the server would take no meaning for an empty one.
  meaning: Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 50 }),
})
export type CodeMeaning = Static<typeof CodeMeaning>
export const UnknownCode = Type.Object({ category: Type.String(), code: Type.String() })
export type UnknownCode = Static<typeof UnknownCode>
