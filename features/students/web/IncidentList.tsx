import { useFormat } from '#web/format.ts'
import type { DisciplineAction, Incident } from '../contract.ts'
import { useIncidentWords } from './use-incident-words.ts'
import './RecordParts.css'

type Props = { incidents: readonly Incident[]; actions: readonly DisciplineAction[] }

/** What happened and what was done, day by day, in calm words. Codes that have no words are shown as the school wrote them. */
export function IncidentList({ incidents, actions }: Props) {
  const format = useFormat()
  const { happened, part, done } = useIncidentWords()
  const days = [...new Set([...incidents, ...actions].map(({ on }) => on))].sort().reverse()
  return (
    <ul className="plain-list incident-list">
      {days.map((day) => (
        <li key={day}>
          <strong>{format.day(day, 'full')}</strong>
          {incidents
            .filter(({ on }) => on === day)
            .map((incident) => (
              <p key={incident.behavior + incident.participation}>
                {happened(incident)} {part(incident)}
              </p>
            ))}
          {actions
            .filter(({ on }) => on === day)
            .map((action) => (
              <p key={action.action} className="soft">
                {done(action)}
              </p>
            ))}
        </li>
      ))}
    </ul>
  )
}
