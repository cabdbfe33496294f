import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { Viewer } from '../contract.ts'
import { useElementList } from './use-element-list.ts'
import { useWhyWords } from './use-why-words.ts'
import './ViewerList.css'

const places = ['school', 'partner', 'family'] as const
type PlaceName = (typeof places)[number]

const placeOf = ({ role, organizationName }: Viewer): PlaceName =>
  organizationName !== null ? 'partner' : role === 'guardian' || role === 'eligible_student' ? 'family' : 'school'

/** Who can see this student, in three groups, each person with the reason and with what they see. */
export function ViewerList({ viewers, name }: { viewers: readonly Viewer[]; name: string }) {
  const { t } = useTranslation()
  const groups = places.map((place) => ({ place, people: viewers.filter((viewer) => placeOf(viewer) === place) }))
  return (
    <div className="viewer-groups">
      {groups.map(({ place, people }) => (
        <div key={place}>
          <h3>{t(`whoSees.${place}`)}</h3>
          {people.length === 0 && <p className="soft">{t(`whoSees.none.${place}`)}</p>}
          <ul className="plain-list">
            {people.map((viewer) => (
              <li key={`${viewer.personName} ${viewer.role} ${viewer.organizationName}`}>
                <ViewerWords viewer={viewer} name={name} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function ViewerWords({ viewer, name }: { viewer: Viewer; name: string }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const elementList = useElementList()
  const words = useWhyWords({ name, context: 'staff' })
  const { role, organizationName, elements, why, untilOn } = viewer
  const roleWord = i18n.exists(`role.${role}`) ? t(`role.${role}` as 'role.teacher') : role
  return (
    <details>
      <summary>
        <strong>{words.person(viewer)}</strong>{' '}
        <span className="soft">
          {[organizationName ?? roleWord, untilOn && t('whoSees.until', { day: format.day(untilOn) })]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="viewer-reason">{words.reason(why)}</span>
      </summary>
      <p className="small">{t('whoSees.sees', { elements: elementList(elements) })}</p>
    </details>
  )
}
