import { Type, type Static } from 'typebox'

const Choice = <Values extends string>(...values: Values[]) => Type.Optional(Type.Enum(values))
const settings = {
  grade: Type.Optional(Type.String({ minLength: 1, maxLength: 10 })),
  flag: Choice('any', 'attendance', 'behavior', 'course'),
  sort: Choice('name', 'grade', 'attendance'),
  scope: Choice('caseload', 'school'),
}
const Name = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })

/** A list of students as its owner likes to see it; what was typed to find a name is no part of it. */
export const NewView = Type.Object({ name: Name, ...settings })
export type NewView = Static<typeof NewView>
export const SavedView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  version: Type.Integer({ description: 'what a rename names, so that two windows do not overwrite each other' }),
  ...settings,
})
export type SavedView = Static<typeof SavedView>
export const Rename = Type.Object({ name: Name, version: Type.Integer() })
export type Rename = Static<typeof Rename>
export const Renamed = Type.Object({ version: Type.Integer() })
