import type { Category } from './descriptors.ts'

/** Of which category the codes of an element are. */
export const categoryOfElement: Readonly<Record<string, Category>> = {
  AttendanceEventCategory: 'attendance',
  Behavior: 'behavior',
  CalendarEvent: 'calendarEvent',
  CalendarType: 'calendarType',
  Discipline: 'discipline',
  DisciplineIncidentParticipationCode: 'participation',
  EntryGradeLevel: 'gradeLevel',
  GradeType: 'gradeType',
  Language: 'language',
  LanguageDescriptor: 'language',
  PostSecondaryEventCategory: 'postSecondaryEvent',
  ProgramType: 'program',
  Race: 'race',
  Relation: 'relation',
  SchoolCategory: 'schoolCategory',
  Sex: 'sex',
  StudentParticipationCode: 'participation',
  Term: 'term',
}
