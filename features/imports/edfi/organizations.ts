import { childrenOf } from './element.ts'
import type { Reader } from './reading.ts'
import type { Row } from './row.ts'

/** Stages nothing: schools carry their district's id and name, which the first reading gathered. */
export const readDistrict: Reader = ({ row }) => {
  row.id('LocalEducationAgencyId')
  row.required('NameOfInstitution')
}

const levelOf = (row: Row) => {
  const levels = new Set(childrenOf(row.element, 'SchoolCategory').map((each) => row.meaning('schoolCategory', each)))
  levels.delete(null)
  return levels.size > 1 ? 'combined' : ([...levels][0] ?? null)
}

export const readSchool: Reader = ({ row, known, stage }) => {
  const paths = ['LocalEducationAgencyIdentity/LocalEducationAgencyId']
  const district = row.reference('LocalEducationAgencyReference', paths, 'optional')?.[0] ?? null
  stage('school', {
    externalId: row.id('SchoolId'),
    name: row.required('NameOfInstitution'),
    level: levelOf(row),
    districtExternalId: district,
    districtName: (district && known.districts.get(district)) || null,
  })
}
