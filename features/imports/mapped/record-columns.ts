const named: Readonly<Record<string, readonly string[]>> = {
  studentId: ['studentExternalId'],
  personId: ['personExternalId'],
  contactId: ['contactExternalId'],
  classId: ['classExternalId'],
  schoolId: ['schoolExternalId'],
  schoolName: ['schoolExternalId'],
  incidentId: ['externalId'],
  beginOn: ['beginOn'],
  testSubject: ['subject'],
  achievement: ['level'],
  mark: ['numericGrade'],
  part: ['score'],
  actionDays: ['days'],
  termKind: ['kind'],
}
const keys: Readonly<Record<string, string>> = {
  schools: 'schoolId',
  terms: 'termId',
  classes: 'classId',
  students: 'studentId',
  staff: 'personId',
  people: 'personId',
}

/** Under which columns of a record a field is looked for when something is wrong with it. */
export const recordColumnOf = (kind: string, field: string): readonly string[] =>
  keys[kind] === field ? ['externalId', ...(named[field] ?? [])] : (named[field] ?? [field])
