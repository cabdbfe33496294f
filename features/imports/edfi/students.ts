import { elementAt } from './element.ts'
import type { Reader } from './reading.ts'

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
    isHispanic: row.boolean('HispanicLatinoEthnicity'),
  })
