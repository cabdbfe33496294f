import { childrenOf, elementAt, textOf } from './element.ts'
import { keyOf } from './known.ts'
import type { Reader } from './reading.ts'
import type { Row } from './row.ts'

/** Stages nothing: an incident belongs to the students whose associations name it, and gives them its day. */
export const readIncident: Reader = ({ row }) => {
  row.id('IncidentIdentifier')
  row.day('IncidentDate')
  row.school()
}

const incidentIdentity = [
  'DisciplineIncidentIdentity/IncidentIdentifier',
  'DisciplineIncidentIdentity/SchoolReference/SchoolIdentity/SchoolId',
]

/** Whoever did it among several parts is the perpetrator; without a part, the association itself says so. */
const participationOf = (row: Row) => {
  const names = ['DisciplineIncidentParticipationCode', 'StudentParticipationCode']
  const parts = names.flatMap((name) => childrenOf(row.element, name)).map((each) => row.meaning('participation', each))
  return parts.length === 0 || parts.includes('perpetrator') ? 'perpetrator' : (parts[0] ?? null)
}

const behaviorsOf = (row: Row) => {
  const elements = childrenOf(row.element, 'Behavior').map((each) => elementAt(each, 'Behavior') ?? each)
  const behaviors = elements.filter((each) => textOf(each) || each.children.length > 0)
  if (behaviors.length === 0) row.required('Behavior')
  return behaviors.map((each) => row.meaning('behavior', each))
}

const dayOfIncident = (row: Row, known: Parameters<Reader>[0]['known'], incident: string[]) => {
  const onDate = known.incidents.get(keyOf(...incident)) ?? null
  known.incidentsWithStudents.add(keyOf(...incident))
  if (onDate) return onDate
  const message = `No DisciplineIncident ${incident[0]} of school ${incident[1]} with a day is in these files. The record is set aside.`
  row.report('error', 'unknown_incident', 'DisciplineIncidentReference', incident[0]!, message, {
    incident: incident[0]!,
    school: incident[1]!,
    outcome: 'record_aside',
  })
  return null
}

export const readBehavior: Reader = ({ row, known, stage, leaveOut }) => {
  const studentExternalId = row.student()
  const incident = row.reference('DisciplineIncidentReference', incidentIdentity)
  const participation = participationOf(row)
  if (!row.isSetAside && participation !== 'perpetrator') return leaveOut('not_a_perpetrator', notTheirDoing)
  const onDate = incident && dayOfIncident(row, known, incident)
  const [externalId = null, schoolExternalId = null] = incident ?? []
  for (const behavior of behaviorsOf(row))
    stage('incident', { externalId, studentExternalId, schoolExternalId, onDate, behavior, participation })
}

const notTheirDoing = 'left out: they are about witnesses, victims and reporters, not about what a student did'

export const readNonOffender: Reader = ({ leaveOut }) => leaveOut('not_a_perpetrator', notTheirDoing)

/** An action of several disciplines is a record each, and none at all for no action. The days served count, where they are known, rather than those imposed. */
export const readDisciplineAction: Reader = ({ row, stage }) => {
  const disciplines = childrenOf(row.element, 'Discipline')
  if (disciplines.length === 0) row.required('Discipline')
  const longest = 9999
  const served = row.number('ActualDisciplineActionLength', longest)
  const shared = {
    externalId: row.id('DisciplineActionIdentifier'),
    studentExternalId: row.student(),
    schoolExternalId: row.school('ResponsibilitySchoolReference'),
    onDate: row.day('DisciplineDate'),
    days: served ?? row.number('DisciplineActionLength', longest),
  }
  const actions = disciplines.map((each) => row.meaning('discipline', each))
  for (const action of actions) if (action && action !== 'none') stage('discipline', { ...shared, action })
}
