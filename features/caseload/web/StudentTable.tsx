import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { FlagReason } from '#web/ui/FlagReason.tsx'
import { moveBetweenRows } from '#web/ui/table/move-between-rows.ts'
import type { StudentLine } from '../contract.ts'
import type { Selection } from './bulk/use-selection.ts'
import { levelOf } from './flag-level.ts'
import { NotKnown } from './NotKnown.tsx'
import { FlagOrigin, OriginOnOpening } from './OriginOnOpening.tsx'
import { useGrade } from '#features/students/web/use-grade.ts'
import './StudentsPage.css'

/* eslint-disable jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-redundant-roles -- as cards the parts are blocks, and a browser then forgets what they are */

type Props = { students: readonly StudentLine[]; selection: Selection; isOld: boolean }

/** One page of the list. `isOld`: the next one is on its way. */
export function StudentTable({ students, selection, isOld }: Props) {
  const { t } = useTranslation()
  const heads = ['student', 'grade', 'school', 'missed', 'flag'] as const
  return (
    <div className={`student-table${isOld ? ' student-table-old' : ''}`} aria-busy={isOld}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrow keys move between the links of the rows */}
      <table role="table" onKeyDown={moveBetweenRows}>
        <caption className="only-read-aloud">{t('room.students')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className="choose">
              <span className="only-read-aloud">{t('bulk.choose')}</span>
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" role="columnheader">
                {t(`students.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {students.map((student) => (
            <StudentRow key={student.id} student={student} selection={selection} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function StudentRow({ student, selection }: { student: StudentLine; selection: Selection }) {
  const { t } = useTranslation()
  const gradeWord = useGrade()
  const { id, givenName, familyName, gradeLevel, schoolName, flags, notKnown } = student
  return (
    <tr role="row">
      <td role="cell" className="choose">
        <label>
          <input
            type="checkbox"
            aria-label={t('bulk.chooseOne', { name: `${givenName} ${familyName}` })}
            checked={selection.has(id)}
            onChange={({ nativeEvent }) => selection.toggle(id, (nativeEvent as MouseEvent).shiftKey)}
          />
        </label>
      </td>
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
        <NotKnown indicators={notKnown} />
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
