import { useTranslation } from 'react-i18next'
import type { Day } from '../dates.ts'
import { useFormat } from '../format.ts'
import { useRoving } from '../ui/use-roving.ts'
import { ChartFrame } from './ChartFrame.tsx'
import { FactTable } from './FactTable.tsx'
import { monthTicks, placeIncidents } from './incident-places.ts'
import './IncidentLine.css'

export type Incident = { id: string; day: Day; what: string; followUp?: string; reportable?: boolean }

type Props = { finding: string; from: Day; to: Day; incidents: readonly Incident[]; origin?: React.ReactNode }

/** Incidents at their days. Those that must be reported to the state have another shape and word. */
export function IncidentLine({ finding, from, to, incidents, origin }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const rows = incidents.map(({ id, day, what, followUp, reportable }) => ({
    key: id,
    cells: [format.day(day, 'full'), what, followUp ?? '', reportable ? t('incident.reportable') : ''],
  }))
  const head = [t('incident.day'), t('incident.what'), t('incident.followUp'), t('incident.kind')]
  return (
    <ChartFrame
      printTable
      finding={finding}
      origin={origin}
      table={<FactTable caption={finding} head={head} rows={rows} />}
    >
      <Line from={from} to={to} incidents={incidents} />
    </ChartFrame>
  )
}

function Line({ from, to, incidents }: Pick<Props, 'from' | 'to' | 'incidents'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const placed = placeIncidents(incidents, from, to)
  const roving = useRoving<HTMLButtonElement>(placed.length, 1, placed.length - 1)
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1))
  const sentence = ({ day, what, followUp, reportable }: Incident) =>
    [`${format.day(day, 'full')}: ${what}`, followUp, reportable && t('incident.reportable')]
      .filter(Boolean)
      .join(' · ')
  const active = placed[roving.active]
  return (
    <>
      <div className="incident-line" style={{ '--lanes': lanes } as React.CSSProperties}>
        {monthTicks(from, to).map(({ day, along }) => (
          <span key={day} className="incident-month" style={{ insetInlineStart: `${along * 100}%` }}>
            {format.day(day, 'monthShort')}
          </span>
        ))}
        {placed.map((incident, index) => (
          <button
            key={incident.id}
            type="button"
            className={`incident${incident.reportable ? ' incident-reportable' : ''}`}
            style={{ insetInlineStart: `${incident.along * 100}%`, '--lane': incident.lane } as React.CSSProperties}
            aria-label={sentence(incident)}
            title={sentence(incident)}
            onPointerEnter={() => roving.setActive(index)}
            {...roving.propsFor(index)}
          />
        ))}
      </div>
      <p className="incident-detail" aria-hidden="true">
        {active && sentence(active)}
      </p>
    </>
  )
}
