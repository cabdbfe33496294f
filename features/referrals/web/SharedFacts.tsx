import type { ReactNode } from 'react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { AttendanceHeatMap } from '#web/charts/AttendanceHeatMap.tsx'
import { dayOf } from '#web/dates.ts'
import { CommunityTimeZone, useFormat } from '#web/format.ts'
import type { StudentRecord } from '../../students/contract.ts'
import { attendanceYear, datesMissed } from '../../students/web/attendance-year.ts'
import { AssessmentTable } from '../../students/web/AssessmentTable.tsx'
import { GradeList } from '../../students/web/GradeList.tsx'
import { IncidentList } from '../../students/web/IncidentList.tsx'
import { WritingList } from '../../students/web/WritingList.tsx'
import { ContactList, EnrollmentList, PersonFacts } from './PersonFacts.tsx'

type Props = { record: StudentRecord }

const writings = (list: StudentRecord['voice']) => (list.length > 0 ? <WritingList writings={list} /> : null)

const parts: Record<string, (props: Props) => ReactNode> = {
  directory: (props) => <PersonFacts {...props} />,
  demographics: (props) => <PersonFacts {...props} isDemographic />,
  enrollment: ({ record }) => (record.enrollments.length > 0 ? <EnrollmentList spans={record.enrollments} /> : null),
  contacts: ({ record }) => (record.contacts.length > 0 ? <ContactList contacts={record.contacts} /> : null),
  attendance: (props) => <Attendance {...props} />,
  grades: ({ record }) => (record.grades.length > 0 ? <GradeList grades={record.grades} /> : null),
  behavior: ({ record: { incidents, actions } }) =>
    incidents.length + actions.length > 0 ? <IncidentList incidents={incidents} actions={actions} /> : null,
  assessments: ({ record }) =>
    record.assessments.length > 0 ? <AssessmentTable results={record.assessments} /> : null,
  college_access: ({ record }) =>
    record.collegeAccess.length > 0 ? (
      <ul>
        {record.collegeAccess.map(({ event, on, institution, detail }) => (
          <li key={event + on}>{[event, on, institution, detail].filter(Boolean).join(' · ')}</li>
        ))}
      </ul>
    ) : null,
  needs: ({ record }) => writings(record.needs),
  strengths: ({ record }) => writings(record.strengths),
  voice: ({ record }) => writings(record.voice),
}

/** The facts of one element. Where nothing has been recorded yet the section says so. */
export function SharedFacts({ element, record }: Props & { element: string }) {
  const { t } = useTranslation()
  return parts[element]?.({ record }) ?? <p className="soft">{t('partner.nothingRecorded')}</p>
}

function Attendance({ record }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = dayOf(new Date(), useContext(CommunityTimeZone))
  const year = attendanceYear(record, today)
  const missed = datesMissed(record)
  const since = record.schoolDays[0]
  const finding = since
    ? t('partner.missedSince', { count: missed, missed: format.number(missed), day: format.day(since) })
    : t('partner.missed', { count: missed, missed: format.number(missed) })
  return year ? <AttendanceHeatMap finding={finding} year={year} /> : <p>{finding}</p>
}
