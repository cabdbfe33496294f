import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useHat } from '#web/use-hat.ts'
import { PrintFooter } from '#web/ui/PrintFooter.tsx'
import { DueCard } from './DueCard.tsx'
import { OpenedNotes } from './OpenedNotes.tsx'

/** For a data steward or a partner: what is due this week, on a page of its own. */
export function DuePage() {
  const { t } = useTranslation()
  const { personName, role } = useHat()
  usePageTitle(t('room.due'))
  return (
    <>
      <h1>{t('room.due')}</h1>
      <div className="today-side">
        <DueCard scope="school" isPage />
        {role === 'data_steward' && <OpenedNotes />}
      </div>
      <PrintFooter forWhom={personName} />
    </>
  )
}
