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
  })
}
