import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { StudentRecord } from '../../students/contract.ts'
import { IncidentList } from '../../students/web/IncidentList.tsx'
import { useFamily } from './use-family.ts'

export function IncidentSection({ record: { incidents, actions } }: { record: StudentRecord }) {
  const { t } = useTranslation()
  const titleId = useId()
  const { about } = useFamily()
  const isQuiet = incidents.length === 0 && actions.length === 0
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{t('family.incidents')}</h2>
      {isQuiet ? (
        <p>{t('family.noIncidents', about)}</p>
      ) : (
        <>
          <p className="soft">{t('family.incidentsText')}</p>
          <IncidentList incidents={incidents} actions={actions} />
        </>
      )}
    </section>
  )
}
