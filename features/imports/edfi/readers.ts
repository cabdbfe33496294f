import { readAttendance, readSectionAttendance } from './attendance.ts'
import { readCalendar, readCalendarDate, readGradingPeriod, readSession } from './calendars.ts'
import { readContact, readStudentContact } from './contacts.ts'
import { readBehavior, readDisciplineAction, readIncident, readNonOffender } from './discipline.ts'
import { readEnrollment } from './enrollments.ts'
import { readCourse, readGrade, readOffering } from './grades.ts'
import { readDistrict, readSchool } from './organizations.ts'
import { readInstitution, readPostSecondaryEvent } from './post-secondary.ts'
import { programAssociations, readProgram } from './programs.ts'
import type { RecordKind } from '../records.ts'
import type { Reader } from './reading.ts'
import { readStudent } from './students.ts'

/** The elements that are read, by name, each with the kind of record that suffers when one of them is set aside. */
export const readers: ReadonlyMap<string, { kind: RecordKind; read: Reader }> = new Map(
  Object.entries({
    LocalEducationAgency: { kind: 'school', read: readDistrict },
    School: { kind: 'school', read: readSchool },
    Calendar: { kind: 'calendarDate', read: readCalendar },
    CalendarDate: { kind: 'calendarDate', read: readCalendarDate },
    Session: { kind: 'session', read: readSession },
    GradingPeriod: { kind: 'session', read: readGradingPeriod },
    Student: { kind: 'student', read: readStudent },
    StudentSchoolAssociation: { kind: 'schoolEnrollment', read: readEnrollment },
    StudentSchoolAttendanceEvent: { kind: 'attendance', read: readAttendance },
    StudentSectionAttendanceEvent: { kind: 'sectionAttendance', read: readSectionAttendance },
    DisciplineIncident: { kind: 'incident', read: readIncident },
    StudentDisciplineIncidentBehaviorAssociation: { kind: 'incident', read: readBehavior },
    StudentDisciplineIncidentAssociation: { kind: 'incident', read: readBehavior },
    StudentDisciplineIncidentNonOffenderAssociation: { kind: 'incident', read: readNonOffender },
    DisciplineAction: { kind: 'discipline', read: readDisciplineAction },
    Contact: { kind: 'contact', read: readContact },
    Parent: { kind: 'contact', read: readContact },
    StudentContactAssociation: { kind: 'studentContact', read: readStudentContact },
    StudentParentAssociation: { kind: 'studentContact', read: readStudentContact },
    Course: { kind: 'grade', read: readCourse },
    CourseOffering: { kind: 'grade', read: readOffering },
    Grade: { kind: 'grade', read: readGrade },
    PostSecondaryInstitution: { kind: 'collegeAccess', read: readInstitution },
    PostSecondaryEvent: { kind: 'collegeAccess', read: readPostSecondaryEvent },
    ...Object.fromEntries(programAssociations.map((name) => [name, { kind: 'program', read: readProgram }])),
  }),
)
