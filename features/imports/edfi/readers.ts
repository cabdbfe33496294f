import { readAttendance } from './attendance.ts'
import { readCalendar, readCalendarDate, readGradingPeriod, readSession } from './calendars.ts'
import { readContact, readStudentContact } from './contacts.ts'
import { readBehavior, readDisciplineAction, readIncident, readNonOffender } from './discipline.ts'
import { readEnrollment } from './enrollments.ts'
import { readDistrict, readSchool } from './organizations.ts'
import type { Reader } from './reading.ts'
import { readStudent } from './students.ts'

/** The elements that are read, by name. All others are counted and named in a note. */
export const readers: ReadonlyMap<string, Reader> = new Map(
  Object.entries({
    LocalEducationAgency: readDistrict,
    School: readSchool,
    Calendar: readCalendar,
    CalendarDate: readCalendarDate,
    Session: readSession,
    GradingPeriod: readGradingPeriod,
    Student: readStudent,
    StudentSchoolAssociation: readEnrollment,
    StudentSchoolAttendanceEvent: readAttendance,
    DisciplineIncident: readIncident,
    StudentDisciplineIncidentBehaviorAssociation: readBehavior,
    StudentDisciplineIncidentAssociation: readBehavior,
    StudentDisciplineIncidentNonOffenderAssociation: readNonOffender,
    DisciplineAction: readDisciplineAction,
    Contact: readContact,
    Parent: readContact,
    StudentContactAssociation: readStudentContact,
    StudentParentAssociation: readStudentContact,
  }),
)
