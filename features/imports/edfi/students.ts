import { childrenOf, elementAt } from './element.ts'
import type { Reader } from './reading.ts'
import type { Row } from './row.ts'

const racesOf = (row: Row) => {
  const told = childrenOf(row.element, 'Race').map((each) => row.meaning('race', elementAt(each, 'Race') ?? each))
  return [...new Set(told.filter((each) => each !== null))].sort().join(',') || null
}

/** In version 5 a student is a name and a birthday; the sex and ethnicity of older files are taken where they stand. */
export const readStudent: Reader = ({ row, stage }) =>
  stage('student', {
    externalId: row.id('StudentUniqueId'),
    givenName: row.required('Name/FirstName'),
    middleName: row.text('Name/MiddleName'),
    familyName: row.required('Name/LastSurname'),
    preferredName: row.text('Name/PreferredFirstName'),
    birthDate: row.day('BirthData/BirthDate', 'optional'),
    sex: row.meaning('sex', elementAt(row.element, 'Sex')),
    races: racesOf(row),
    isHispanic: row.boolean('HispanicLatinoEthnicity'),
  })
