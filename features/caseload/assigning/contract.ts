import { Type, type Static } from 'typebox'
import { Nullable } from '../../students/contract.ts'

export const Caseload = Type.Object({
  membershipId: Type.String(),
  schoolId: Type.String(),
  schoolName: Type.String(),
  personName: Type.String(),
  isMine: Type.Boolean(),
  students: Type.Integer(),
})
export type Caseload = Static<typeof Caseload>

export const Assignable = Type.Object({
  id: Type.String(),
  givenName: Type.String(),
  familyName: Type.String(),
  gradeLevel: Nullable(Type.String()),
  membershipId: Nullable(Type.String({ description: 'whose caseload the student is on' })),
})
export type Assignable = Static<typeof Assignable>

/** The caseloads of one school, and what there is to choose by. */
export const Caseloads = Type.Object({
  schools: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  schoolId: Nullable(Type.String()),
  caseloads: Type.Array(Caseload),
  students: Type.Array(Assignable),
  classes: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
})
export type Caseloads = Static<typeof Caseloads>

const Id = Type.String({ format: 'uuid' })
export const Choice = Type.Union([
  Type.Object({ students: Type.Array(Id, { minItems: 1, maxItems: 2000 }) }),
  Type.Object({ grade: Type.String({ maxLength: 10 }) }),
  Type.Object({ class: Id }),
  Type.Object({ of: Id }),
  Type.Object({ nobody: Type.Literal(true) }),
  Type.Object({ all: Type.Literal(true) }),
])
export type Choice = Static<typeof Choice>

export const NewAssignment = Type.Object({
  schoolId: Id,
  coordinator: Type.Optional(Id),
  choice: Choice,
})
export type NewAssignment = Static<typeof NewAssignment>
export const Assignment = Type.Object({ id: Type.String(), moved: Type.Integer() })
export type Assignment = Static<typeof Assignment>
export const Undone = Type.Object({ students: Type.Integer() })
