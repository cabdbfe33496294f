import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { AttendanceHeatMap } from '#web/charts/AttendanceHeatMap.tsx'
import { useFormat } from '#web/format.ts'
import type { StudentRecord } from '../../students/contract.ts'
import { attendanceYear } from '../../students/web/attendance-year.ts'
import { figuresQuery } from './family-queries.ts'
import { useFamily } from './use-family.ts'

/** Days missed as a plain fact and day by day. No label, no comparison with anyone. */
export function AttendanceSection({ record }: { record: StudentRecord }) {
  const { t } = useTranslation()
  const titleId = useId()
  const { child } = useFamily()
  const fact = useAttendanceFact()
  const year = attendanceYear(record, child.today)
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{t('family.attendance')}</h2>
      {year && fact ? <AttendanceHeatMap finding={fact} year={year} /> : <p>{t('family.noAttendance')}</p>}
      <p className="small soft">{t('family.attendanceHow')}</p>
    </section>
  )
}

function useAttendanceFact(): string | null {
  const { t } = useTranslation()
  const format = useFormat()
  const { community, child, about } = useFamily()
  const { data } = useQuery(figuresQuery(community, child.studentId))
  const schools = data?.attendance ?? []
  const enrolled = schools.reduce((sum, { daysEnrolled }) => sum + daysEnrolled, 0)
  const missed = schools.reduce((sum, { daysMissed }) => sum + daysMissed, 0)
  const from = schools.map(({ origin }) => origin.windowFrom).sort()[0]
  if (from === undefined || enrolled === 0) return null
  const facts = { days: format.number(enrolled), since: format.day(from), ...about }
  return missed === 0
    ? t('family.missedNone', facts)
    : t('family.missed', { count: missed, missed: format.number(missed), ...facts })
}
