import type { UseQueryResult } from '@tanstack/react-query'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { WrongButton } from '#features/students/web/corrections/WrongButton.tsx'
import type { StudentRecord } from '#features/students/contract.ts'
import { attendanceYear } from '#features/students/web/attendance-year.ts'
import { AttendanceHeatMap } from '#web/charts/AttendanceHeatMap.tsx'
import { dayOf } from '#web/dates.ts'
import { CommunityTimeZone, useFormat } from '#web/format.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { Origin } from '#web/ui/Origin.tsx'
import type { Figures } from '../contract.ts'
import { holds } from './StudentSheet.tsx'
import { useOrigin } from './use-origin.ts'

export type FiguresProps = { record: StudentRecord; figures: UseQueryResult<Figures> }

export function AttendancePart({ record, figures }: FiguresProps) {
  const { t } = useTranslation()
  const origin = useOrigin()
  const finding = useFinding()
  const today = dayOf(new Date(), useContext(CommunityTimeZone))
  if (!holds(record, 'attendance')) return null
  const year = attendanceYear(record, today)
  const rows = figures.data?.attendance ?? []
  return (
    <section className="card wide-part" aria-label={t('student.attendance')}>
      {year === null ? (
        <EmptyPlace title={t('student.attendanceLater')}>{t('student.attendanceLaterText')}</EmptyPlace>
      ) : (
        <AttendanceHeatMap
          finding={finding(rows)}
          year={year}
          origin={rows.map((row) => (
            <Origin
              key={row.schoolName}
              of={[t('student.daysMissed'), rows.length > 1 && row.schoolName].filter(Boolean).join(', ')}
              facts={origin(t('definition.attendance'), row.origin, row.daysEnrolled)}
            />
          ))}
        />
      )}
      {year && <WrongButton student={record.studentId} fact="attendance" />}
    </section>
  )
}

function useFinding() {
  const { t } = useTranslation()
  const format = useFormat()
  return (rows: Figures['attendance']): string => {
    const enrolled = rows.reduce((sum, { daysEnrolled }) => sum + daysEnrolled, 0)
    const missed = rows.reduce((sum, { daysMissed }) => sum + daysMissed, 0)
    if (enrolled === 0) return t('student.attendanceUncounted')
    return t('student.missedOf', {
      missed: format.number(missed, 2),
      enrolled: format.number(enrolled),
      share: format.share(missed / enrolled),
    })
  }
}
