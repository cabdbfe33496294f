import type { KeptFile } from '../adapter.ts'
import { dayOf } from './day.ts'
import type { Descriptors } from './descriptors.ts'
import { elementAt, textAt, textOf, type Element } from './element.ts'
import { periodKey } from './grades.ts'
import { keyOf, type Known } from './known.ts'
import { codeOf, meaningOf } from './meaning.ts'
import { recordsOf } from './records-of.ts'
import { namesWithRefs } from './refs.ts'

const schoolId = 'SchoolReference/SchoolIdentity/SchoolId'
type Gather = (known: Known, element: Element, maps: Descriptors) => void

const gatherCalendar: Gather = (known, element, maps) => {
  const ids = ['CalendarCode', schoolId, 'SchoolYear'].map((path) => textAt(element, path))
  const type = textOf(elementAt(element, 'CalendarType')) ?? textAt(element, 'CalendarType/CodeValue')
  if (!ids.includes(null))
    known.calendarKinds.set(keyOf(...ids), type ? (meaningOf(maps, 'calendarType', type) ?? '') : 'school')
}

const gatherIncident: Gather = (known, element) => {
  const day = dayOf(textAt(element, 'IncidentDate') ?? '')
  if (day) known.incidents.set(keyOf(textAt(element, 'IncidentIdentifier'), textAt(element, schoolId)), day)
}

const gatherPeriod: Gather = (known, element) => {
  const key = periodKey(element)
  const endsOn = dayOf(textAt(element, 'EndDate') ?? '')
  const from = elementAt(element, 'GradingPeriod')
  const kind = textOf(from) ?? (from ? textAt(from, 'CodeValue') : null)
  const title = textAt(element, 'GradingPeriodName') ?? (kind && codeOf(kind))
  if (key && endsOn && title) known.periods.set(key, { title, endsOn })
}

const gatherCourse: Gather = (known, element) => {
  const [code, title] = ['CourseCode', 'CourseTitle'].map((path) => textAt(element, path))
  const from = elementAt(element, 'AcademicSubject') ?? elementAt(element, 'SubjectArea')
  const subject = textOf(from) ?? (from ? textAt(from, 'CodeValue') : null)
  if (code && title) known.courses.set(code, { title, subject: subject && codeOf(subject) })
}

const gatherOffering: Gather = (known, element) => {
  const code = textAt(element, 'LocalCourseCode')
  const course = textAt(element, 'CourseReference/CourseIdentity/CourseCode')
  if (code)
    known.offerings.set(keyOf(code, textAt(element, schoolId)), { title: textAt(element, 'LocalCourseTitle'), course })
}

const named =
  (of: 'districts' | 'institutions', id: string): Gather =>
  (known, element) => {
    const found = textAt(element, id)
    if (found) known[of].set(found, textAt(element, 'NameOfInstitution') ?? '')
  }

const gatherers: Readonly<Record<string, Gather>> = {
  LocalEducationAgency: named('districts', 'LocalEducationAgencyId'),
  PostSecondaryInstitution: named('institutions', 'PostSecondaryInstitutionId'),
  Calendar: gatherCalendar,
  DisciplineIncident: gatherIncident,
  GradingPeriod: gatherPeriod,
  Course: gatherCourse,
  CourseOffering: gatherOffering,
}
const wanted = new Set([
  ...namesWithRefs,
  ...Object.keys(gatherers),
  ...namesWithRefs.map((name) => `${name}Reference`),
  'EducationOrganizationReference',
])
/** Files in which a record has nothing that others refer to; they may be large and are read once. */
const referredToByNobody =
  /^(Interchange)?Student(SchoolAttendance|SectionAttendance|Attendance|Assessment|Transcript|Gradebook)/

/** The first reading: what other records refer to, wherever it stands. */
export const gather = async (file: KeptFile, maps: Descriptors, known: Known) => {
  const later: Element[] = []
  for await (const { root, records } of recordsOf(file, wanted)) {
    if (referredToByNobody.test(root.name)) return
    for (const { element } of records) {
      if (!element) continue
      known.refs.gather(file.name, element)
      if (gatherers[element.name]) later.push(element)
    }
  }
  return () => {
    for (const element of later) {
      known.refs.resolve(file.name, element)
      gatherers[element.name]!(known, element, maps)
    }
  }
}
