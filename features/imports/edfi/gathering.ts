import type { KeptFile } from '../adapter.ts'
import { dayOf } from './day.ts'
import type { Descriptors } from './descriptors.ts'
import { elementAt, textAt, textOf, type Element } from './element.ts'
import { keyOf, type Known } from './known.ts'
import { meaningOf } from './meaning.ts'
import { recordsOf } from './records-of-file.ts'

const interchanges = new Set([
  'InterchangeEducationOrganization',
  'InterchangeEducationOrgCalendar',
  'InterchangeStudentDiscipline',
  'InterchangeContact',
  'InterchangeParent',
  'InterchangeStudentParent',
])

/** The ids by which others refer to a record, by its name. */
const identities: { [name: string]: readonly string[] } = {
  LocalEducationAgency: ['LocalEducationAgencyId'],
  Calendar: ['CalendarCode', 'SchoolReference/SchoolIdentity/SchoolId', 'SchoolYear'],
  DisciplineIncident: ['IncidentIdentifier', 'SchoolReference/SchoolIdentity/SchoolId'],
  Contact: ['ContactUniqueId'],
  Parent: ['ParentUniqueId'],
}
const wanted = new Set(Object.keys(identities))

const gatherCalendar = (known: Known, maps: Descriptors, element: Element, ids: string[]) => {
  const type = textOf(elementAt(element, 'CalendarType')) ?? textAt(element, 'CalendarType/CodeValue')
  known.calendarKinds.set(keyOf(...ids), type ? (meaningOf(maps, 'calendarType', type) ?? '') : 'school')
}

const gatherRecord = (known: Known, maps: Descriptors, refs: Map<string, string[]>, element: Element) => {
  const ids = identities[element.name]!.map((path) => textAt(element, path))
  if (ids.includes(null)) return
  const found = ids as string[]
  if (element.id) refs.set(element.id, found)
  if (element.name === 'LocalEducationAgency')
    known.districts.set(found[0]!, textAt(element, 'NameOfInstitution') ?? '')
  if (element.name === 'Calendar') gatherCalendar(known, maps, element, found)
  const day = element.name === 'DisciplineIncident' && dayOf(textAt(element, 'IncidentDate') ?? '')
  if (day) known.incidents.set(keyOf(...found), day)
}

/** The first reading. Files of students, enrollments and attendance are left after their first piece: nothing refers to them by ref. */
export const gather = async (file: KeptFile, maps: Descriptors, known: Known) => {
  const refs = new Map<string, string[]>()
  known.refs.set(file.name, refs)
  for await (const { root, records } of recordsOf(file, wanted)) {
    if (!interchanges.has(root.name)) return
    for (const { element } of records) if (element) gatherRecord(known, maps, refs, element)
  }
}
