import { useTranslation } from 'react-i18next'
import { ReferralList } from '#features/referrals/web/ReferralList.tsx'
import { ReferralsToAnswerPage } from '#features/referrals/web/ReferralsToAnswerPage.tsx'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ExportLinks } from '#web/ui/ExportLinks.tsx'
import { PrintFooter } from '#web/ui/PrintFooter.tsx'
import { useHat } from '#web/use-hat.ts'

/** One room, two sides: partner staff answer referrals, the school follows what became of its own. */
export function ReferralsPage() {
  const { role } = useHat()
  return role === 'partner_worker' ? <ReferralsToAnswerPage /> : <ReferralsOfTheSchool />
}

function ReferralsOfTheSchool() {
  const { t } = useTranslation()
  const { personName } = useHat()
  const { path } = useCommunity()
  usePageTitle(t('room.referrals'))
  return (
    <>
      <h1>{t('room.referrals')}</h1>
      <ReferralList />
      <ExportLinks list={`${path}/referrals`} />
      <PrintFooter forWhom={personName} />
    </>
  )
}
