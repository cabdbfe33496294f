import { elementAt } from './element.ts'
import type { Reader } from './reading.ts'

/** Since version 3 the event's own values stand in AttendanceEvent, before it beside the references. */
export const readAttendance: Reader = ({ row, stage }) => {
  const inside = elementAt(row.element, 'AttendanceEvent') ? 'AttendanceEvent/' : ''
  stage('attendance', {
    studentExternalId: row.student(),
    schoolExternalId: row.school(),
    onDate: row.day(`${inside}EventDate`),
    code: row.requiredMeaning('attendance', `${inside}AttendanceEventCategory`),
    duration: row.number(`${inside}EventDuration`, 1),
    minutes: row.number('SchoolAttendanceDuration', 1440),
  })
}

const offering = 'SectionReference/SectionIdentity/CourseOfferingReference/CourseOfferingIdentity'

/** An absence from one class. How many of them make a missed day is the district's to say. */
export const readSectionAttendance: Reader = ({ row, stage }) => {
  const inside = elementAt(row.element, 'AttendanceEvent') ? 'AttendanceEvent/' : ''
  const place = elementAt(row.element, offering) ? offering : 'SectionReference/SectionIdentity'
  const section =
    row.text('SectionReference/SectionIdentity/SectionIdentifier') ??
    row.text('SectionReference/SectionIdentity/UniqueSectionCode')
  stage('sectionAttendance', {
    studentExternalId: row.student(),
    schoolExternalId: row.required(`${place}/SchoolReference/SchoolIdentity/SchoolId`),
    onDate: row.day(`${inside}EventDate`),
    section: section ?? row.required('SectionReference/SectionIdentity/SectionIdentifier'),
    code: row.requiredMeaning('attendance', `${inside}AttendanceEventCategory`),
  })
}
