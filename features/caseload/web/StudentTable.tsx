import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { FlagReason } from '#web/ui/FlagReason.tsx'
import { moveBetweenRows } from '#web/ui/table/move-between-rows.ts'
import type { StudentLine } from '../contract.ts'
import { levelOf } from './flag-level.ts'
import { FlagOrigin, OriginOnOpening } from './OriginOnOpening.tsx'
import { useGrade } from './use-grade.ts'
import './StudentsPage.css'

/* eslint-disable jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-redundant-roles -- as cards the parts are blocks, and a browser then forgets what they are */

/** One page of the list. `isOld`: the next one is on its way. */
export function StudentTable({ students, isOld }: { students: readonly StudentLine[]; isOld: boolean }) {
  const { t } = useTranslation()
  const heads = ['student', 'grade', 'school', 'missed', 'flag'] as const
  return (
    <div className={`student-table${isOld ? ' student-table-old' : ''}`} aria-busy={isOld}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrow keys move between the links of the rows */}
      <table role="table" onKeyDown={moveBetweenRows}>
        <caption className="only-read-aloud">{t('room.students')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head) => (
              <th key={head} scope="col" role="columnheader">
                {t(`students.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {students.map((student) => (
            <StudentRow key={student.id} student={student} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function StudentRow({ student }: { student: StudentLine }) {
  const { t } = useTranslation()
  const gradeWord = useGrade()
  const { id, givenName, familyName, gradeLevel, schoolName, flags } = student
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link to="/app/students/$id" params={{ id }}>
          {familyName}, {givenName}
        </Link>
      </th>
      <td role="cell">{gradeWord(gradeLevel)}</td>
      <td role="cell">{schoolName ?? t('students.noSchool')}</td>
      <td role="cell">
        <span className="phone-label">{t('students.head.missed')}: </span>
        <DaysMissed {...student} />{' '}
        {student.daysMissed !== null && (
          <OriginOnOpening
            studentId={id}
            indicator="attendance"
            flagged={flags.some(({ indicator }) => indicator === 'attendance')}
            of={`${t('students.head.missed')}, ${givenName} ${familyName}`}
          />
        )}
      </td>
      <td role="cell">
        {flags.map(({ indicator, level, reason }) => (
          <FlagReason
            key={indicator}
            level={levelOf(level)}
            reason={reason}
            origin={<FlagOrigin studentId={id} indicator={indicator} name={`${givenName} ${familyName}`} />}
          />
        ))}
      </td>
    </tr>
  )
}

function DaysMissed({ daysMissed, daysEnrolled }: StudentLine) {
  const { t } = useTranslation()
  const format = useFormat()
  if (daysMissed === null || daysEnrolled === null) return <span className="soft">{t('number.noRate')}</span>
  return (
    <>
      {t('students.missedOf', { missed: format.number(daysMissed, 2), enrolled: format.number(daysEnrolled) })}{' '}
      <span className="soft">({format.share(daysEnrolled === 0 ? null : daysMissed / daysEnrolled)})</span>
    </>
  )
}
