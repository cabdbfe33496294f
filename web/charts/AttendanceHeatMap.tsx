import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { useRoving } from '../ui/use-roving.ts'
import { type AttendanceDay, type AttendanceYear, attendanceDays, attendanceMonths } from './attendance-days.ts'
import { AttendanceLegend } from './AttendanceLegend.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import { FactTable } from './FactTable.tsx'
import './AttendanceHeatMap.css'

type Props = { finding: string; year: AttendanceYear; origin?: React.ReactNode }

/** A school year as sheets of a wall calendar. A letter and a shape say what a color says. */
export function AttendanceHeatMap({ finding, year, origin }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const days = useMemo(() => attendanceDays(year), [year])
  const sentence = useDaySentence()
  const exceptions = days.filter(({ mark }) => letters.has(mark))
  const rows = exceptions.map((day) => ({ key: day.day, cells: [format.day(day.day, 'full'), ...sentence.parts(day)] }))
  const table = (
    <FactTable
      caption={finding}
      head={[t('attendance.day'), t('attendance.what'), t('attendance.reason')]}
      rows={rows}
    />
  )
  return (
    <ChartFrame finding={finding} origin={origin} table={table}>
      <Calendar year={year} days={days} />
    </ChartFrame>
  )
}

const letters = new Set<AttendanceDay['mark']>(['missed', 'excused', 'suspended', 'tardy'])

function useDaySentence() {
  const { t } = useTranslation()
  const format = useFormat()
  const what = ({ mark, half }: AttendanceDay) =>
    t(`attendance.mark.${mark}`) + (half ? `, ${t('attendance.half')}` : '')
  return {
    parts: (day: AttendanceDay) => [what(day), day.reason ?? ''],
    whole: (day: AttendanceDay) => `${format.day(day.day, 'full')}: ${what(day)}${day.reason ? `. ${day.reason}` : ''}`,
  }
}

function Calendar({ year, days }: { year: AttendanceYear; days: AttendanceDay[] }) {
  const format = useFormat()
  const { whole } = useDaySentence()
  const { weekdays, months } = useMemo(() => attendanceMonths(year), [year])
  const latest = Math.max(
    0,
    days.findLastIndex(({ mark }) => letters.has(mark)),
  )
  const index = useMemo(() => new Map(days.map(({ day }, place) => [day, place])), [days])
  const roving = useRoving<HTMLTableCellElement>(days.length, weekdays.length, latest)
  const active = days[roving.active]
  return (
    <>
      <div className="attendance-months">
        {months.map(({ month, weeks }) => (
          <table key={month} role="grid" aria-label={format.day(`${month}-01`, 'month')}>
            <caption aria-hidden="true">{format.day(`${month}-01`, 'monthYear')}</caption>
            <thead>
              <tr>
                {weekdays.map((number) => (
                  <th key={number} scope="col">
                    {format.day(`2024-01-0${number}`, 'weekday')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.find(Boolean)?.day}>
                  {week.map((day, column) =>
                    day === null ? (
                      <td key={weekdays[column]} />
                    ) : (
                      <DayCell
                        key={weekdays[column]}
                        day={day}
                        sentence={whole(day)}
                        onPoint={() => roving.setActive(index.get(day.day) ?? 0)}
                        {...roving.propsFor(index.get(day.day) ?? 0)}
                      />
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="attendance-detail" aria-hidden="true">
        {active && whole(active)}
      </p>
      <AttendanceLegend days={days} />
    </>
  )
}

type CellProps = {
  day: AttendanceDay
  sentence: string
  onPoint: () => void
} & React.TdHTMLAttributes<HTMLTableCellElement> &
  React.RefAttributes<HTMLTableCellElement>

function DayCell({ day, sentence, onPoint, ...roving }: CellProps) {
  const { t } = useTranslation()
  return (
    <td
      {...roving}
      role="gridcell"
      aria-label={sentence}
      title={sentence}
      className={`day day-${day.mark}${day.half ? ' day-half' : ''}`}
      onPointerEnter={onPoint}
    >
      <span aria-hidden="true">{letters.has(day.mark) && t(`attendance.letter.${day.mark as 'missed'}`)}</span>
    </td>
  )
}
