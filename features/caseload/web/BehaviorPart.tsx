import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { WrongButton } from '#features/students/web/corrections/WrongButton.tsx'
import type { StudentRecord } from '#features/students/contract.ts'
import { useIncidentWords } from '#features/students/web/use-incident-words.ts'
import { type Incident, IncidentLine } from '#web/charts/IncidentLine.tsx'
import { addDays, dayOf } from '#web/dates.ts'
import { CommunityTimeZone } from '#web/format.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { Origin } from '#web/ui/Origin.tsx'
import type { FiguresProps } from './AttendancePart.tsx'
import { holds } from './StudentSheet.tsx'
import { useOrigin } from './use-origin.ts'

export function BehaviorPart({ record, figures }: FiguresProps) {
  const { t } = useTranslation()
  const origin = useOrigin()
  const incidents = useIncidents(record)
  const today = dayOf(new Date(), useContext(CommunityTimeZone))
  if (!holds(record, 'behavior')) return null
  const behavior = figures.data?.behavior
  const from = [record.schoolDays[0], incidents[0]?.day, addDays(today, -30)]
    .filter((day) => day !== undefined)
    .sort()[0]!
  return (
    <section className="card" aria-label={t('student.behavior')}>
      {incidents.length === 0 ? (
        <EmptyPlace title={t('student.noIncidents')}>{t('student.noIncidentsText')}</EmptyPlace>
      ) : (
        <IncidentLine
          finding={t('student.incidents', { count: incidents.length })}
          from={from}
          to={today}
          incidents={incidents}
          origin={
            behavior && (
              <Origin
                of={t('student.behavior')}
                facts={origin(t('definition.behavior'), behavior.origin, behavior.incidents)}
              />
            )
          }
        />
      )}
      {incidents.length > 0 && <WrongButton student={record.studentId} fact="behavior" />}
    </section>
  )
}

/** Each incident with what was done on the same day. */
function useIncidents({ incidents, actions }: StudentRecord): Incident[] {
  const { happened, part, done } = useIncidentWords()
  return incidents.map((incident, index) => {
    const followUp = actions
      .filter(({ on }) => on === incident.on)
      .map(done)
      .join(', ')
    return {
      id: `${index}`,
      day: incident.on,
      what: [happened(incident), part(incident)].filter(Boolean).join(' '),
      ...(followUp && { followUp }),
      reportable: incident.behavior === 'state_offense',
    }
  })
}
