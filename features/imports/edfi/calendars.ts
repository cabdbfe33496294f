import { childrenOf, elementAt, textAt, textOf } from './element.ts'
import { keyOf } from './known.ts'
import { codeOf } from './meaning.ts'
import type { Reader } from './reading.ts'
import type { Row } from './row.ts'

const calendarIdentity = ['CalendarCode', 'SchoolReference/SchoolIdentity/SchoolId', 'SchoolYear']

/** Stages nothing: what matters of a calendar is whose it is, and its dates were told that before. */
export const readCalendar: Reader = ({ row }) => {
  for (const path of calendarIdentity) row.id(path)
  row.requiredMeaning('calendarType', 'CalendarType')
}

const dayTypesOf = (row: Row) => {
  const events = childrenOf(row.element, 'CalendarEvent')
  if (events.length === 0) row.required('CalendarEvent')
  return events.map((event) => row.meaning('calendarEvent', elementAt(event, 'CalendarEvent') ?? event))
}

/** A day with two events is two records. Dates of a calendar that is not the school's would make days of school that were none. */
export const readCalendarDate: Reader = ({ row, known, stage, leaveOut }) => {
  const paths = calendarIdentity.map((path) => `CalendarIdentity/${path}`)
  const calendar = row.reference('CalendarReference', paths)
  const onDate = row.day('Date')
  const kind = calendar ? (known.calendarKinds.get(keyOf(...calendar)) ?? 'school') : 'school'
  if (kind === 'not_school')
    return leaveOut('not_a_school_calendar', 'left out: their calendar is of staff, of one student or of a plan')
  if (kind === '') return leaveOut('unknown_calendar', 'left out: the type of their calendar is not known')
  const [calendarCode, schoolExternalId] = calendar ?? []
  for (const dayType of dayTypesOf(row))
    stage('calendarDate', {
      schoolExternalId: schoolExternalId ?? null,
      calendarCode: calendarCode ?? null,
      onDate,
      dayType,
    })
}

const stageSession = (
  { row, stage }: Parameters<Reader>[0],
  kind: string | null,
  title: string | null,
  code: string | null,
) => {
  const school = row.school()
  const schoolYear = row.required('SchoolYear')
  const startsOn = row.day('BeginDate')
  const endsOn = row.day('EndDate')
  if (startsOn && endsOn && endsOn < startsOn)
    row.report(
      'error',
      'ends_before_it_begins',
      'EndDate',
      endsOn,
      `${title} ends on ${endsOn}, before it begins on ${startsOn}.`,
      { title: title ?? '', ends: endsOn, starts: startsOn },
    )
  const externalId = [school, schoolYear, code, title].filter(Boolean).join('/')
  stage('session', { externalId, schoolExternalId: school, title, kind, schoolYear, startsOn, endsOn })
}

export const readSession: Reader = (reading) => {
  const { row } = reading
  stageSession(reading, row.requiredMeaning('term', 'Term'), row.required('SessionName'), null)
}

export const readGradingPeriod: Reader = (reading) => {
  const { row } = reading
  const from = elementAt(row.element, 'GradingPeriod')
  const written = textOf(from) ?? (from ? textAt(from, 'CodeValue') : null)
  const code = written && codeOf(written)
  stageSession(
    reading,
    'grading_period',
    row.text('GradingPeriodName') ?? code ?? row.required('GradingPeriodName'),
    code,
  )
}
