import { Type, type Static } from 'typebox'

// One schema for both: of a union the server would take no number for nought.
const numberOrNull = Type.Unsafe<number | null>({ type: ['number', 'null'] })
const integerOrNull = Type.Unsafe<number | null>({ type: ['integer', 'null'] })

/** From what on missed time counts as half a day or a whole one; null: it counts as the files say. */
export const DayRule = Type.Object({
  version: Type.Integer({ description: '0: the district has no rule' }),
  halfFrom: numberOrNull,
  wholeFrom: numberOrNull,
  halfMinutes: integerOrNull,
  wholeMinutes: integerOrNull,
  halfClasses: integerOrNull,
  wholeClasses: integerOrNull,
})
export type DayRule = Static<typeof DayRule>

export const CourseSubject = Type.Object({
  courseTitle: Type.String(),
  students: Type.Integer(),
  subject: Type.String({ description: 'confirmed, else proposed' }),
  isConfirmed: Type.Boolean(),
})
export type CourseSubject = Static<typeof CourseSubject>

export const CourseSubjects = Type.Object({
  subjects: Type.Array(
    Type.Object({
      courseTitle: Type.String({ minLength: 1, maxLength: 300 }),
      subject: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
    }),
    { maxItems: 2000 },
  ),
})
export type CourseSubjects = Static<typeof CourseSubjects>
