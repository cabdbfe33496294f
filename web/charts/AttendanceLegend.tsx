import { useTranslation } from 'react-i18next'
import type { AttendanceDay, DayMark } from './attendance-days.ts'

const order: DayMark[] = ['present', 'missed', 'excused', 'suspended', 'tardy', 'noSchool', 'notEnrolled', 'ahead']

/** Only the signs that this calendar uses. */
export function AttendanceLegend({ days }: { days: AttendanceDay[] }) {
  const { t } = useTranslation()
  const used = new Set(days.map(({ mark }) => mark))
  const letterOf = (mark: DayMark) =>
    mark === 'missed' || mark === 'excused' || mark === 'suspended' || mark === 'tardy'
      ? t(`attendance.letter.${mark}`)
      : ''
  return (
    <ul className="attendance-legend plain-list small">
      {order
        .filter((mark) => used.has(mark))
        .map((mark) => (
          <li key={mark}>
            <span className={`day day-${mark}`} aria-hidden="true">
              <span>{letterOf(mark)}</span>
            </span>
            {t(`attendance.mark.${mark}`)}
          </li>
        ))}
      {days.some(({ half }) => half) && (
        <li>
          <span className="day day-excused day-half" aria-hidden="true">
            <span>{t('attendance.letter.excused')}</span>
          </span>
          {t('attendance.half')}
        </li>
      )}
    </ul>
  )
}
