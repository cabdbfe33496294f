import { Type, type Static } from 'typebox'
import { Nullable } from '../../students/contract.ts'
import { domains } from '../need-kinds.ts'
import { standings } from './standings.ts'

const Id = Type.String({ format: 'uuid' })
export const OfStudent = Type.Object({ community: Type.String(), id: Id })

/** A class, or a grade of a school, with how many of its students were reviewed this school year. */
export const ReviewGroup = Type.Object({
  classId: Nullable(Type.String()),
  schoolId: Type.String(),
  gradeLevel: Nullable(Type.String()),
  title: Type.String(),
  schoolName: Nullable(Type.String()),
  total: Type.Integer(),
  done: Type.Integer(),
})
export type ReviewGroup = Static<typeof ReviewGroup>
export const ReviewGroups = Type.Object({ schoolYear: Type.String(), groups: Type.Array(ReviewGroup) })
export type ReviewGroups = Static<typeof ReviewGroups>

export const WhichGroup = Type.Object({
  class: Type.Optional(Id),
  school: Type.Optional(Id),
  grade: Type.Optional(Type.String({ maxLength: 10 })),
})
export type WhichGroup = Static<typeof WhichGroup>

export const ReviewedStudent = Type.Object({
  studentId: Type.String(),
  name: Type.String(),
  gradeLevel: Nullable(Type.String()),
  state: Type.Enum(['open', 'begun', 'done']),
  isClosed: Type.Boolean({ description: 'somebody else reviews this student, and the reader may not read it' }),
})
export type ReviewedStudent = Static<typeof ReviewedStudent>

const Mark = Type.Object({ standing: Type.Enum([...standings]), words: Type.String({ maxLength: 500 }) })
const Marks = Type.Object(Object.fromEntries(domains.map((domain) => [domain, Type.Optional(Mark)])), {
  additionalProperties: false,
})
export type Marks = { [domain in (typeof domains)[number]]?: Static<typeof Mark> }

export const Review = Type.Object({
  schoolYear: Type.String(),
  strengths: Type.String(),
  marks: Type.Unsafe<Marks>(Marks),
  revision: Type.Integer(),
  isDone: Type.Boolean(),
  authorName: Nullable(Type.String()),
})
export type Review = Static<typeof Review>

/** What is on the desk when one student is reviewed: this year's review, last year's, and what is known already. */
export const ReviewDesk = Type.Object({
  review: Nullable(Review),
  last: Nullable(Review),
  strengths: Type.Array(Type.String()),
  voice: Type.Array(Type.String()),
  needs: Type.Array(Type.Object({ domain: Type.Enum([...domains]), body: Type.String() })),
})
export type ReviewDesk = Static<typeof ReviewDesk>

export const ReviewText = Type.Object({
  revision: Type.Integer({ minimum: 0, description: 'the revision that this window last saw, 0 for none' }),
  strengths: Type.String({ maxLength: 4000 }),
  marks: Type.Unsafe<Marks>(Marks),
  isDone: Type.Boolean({ description: 'strengths and needs come of it now' }),
})
export type ReviewText = Static<typeof ReviewText>
export const Saved = Type.Object({ revision: Type.Integer() })
export type Saved = Static<typeof Saved>
