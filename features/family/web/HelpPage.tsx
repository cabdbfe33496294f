import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { DeliveredPart } from '../../referrals/web/support/DeliveredPart.tsx'
import { recordQuery, referralsQuery } from './family-queries.ts'
import { FamilyPage } from './FamilyPage.tsx'
import { NeedForm } from './NeedForm.tsx'
import { ServiceCard } from './ServiceCard.tsx'
import { useFamily } from './use-family.ts'
import { WrittenSection } from './WrittenSection.tsx'

/** The help that is under way, and a way to ask for more. */
export function HelpPage() {
  const { t } = useTranslation()
  const { community, child, about } = useFamily()
  const referrals = useQuery(referralsQuery(community, child.studentId))
  const record = useQuery(recordQuery(community, child.studentId))
  return (
    <FamilyPage title={t('help.title')}>
      <section aria-labelledby="services">
        <h2 id="services">{t('help.services', about)}</h2>
        {referrals.isPending && <Waiting />}
        {referrals.isError && <ProblemNotice problem={referrals.error} onRetry={() => void referrals.refetch()} />}
        {referrals.data?.length === 0 && <EmptyPlace title={t('help.none', about)}>{t('help.noneText')}</EmptyPlace>}
        {referrals.data?.map((referral) => (
          <ServiceCard key={referral.id} referral={referral} />
        ))}
      </section>
      <DeliveredPart path={`/${community}`} student={child.studentId} title={t('support.forFamily')} />
      <NeedForm />
      {record.data && record.data.needs.length > 0 && (
        <WrittenSection title={t('family.needs', about)} empty="" writings={record.data.needs} />
      )}
    </FamilyPage>
  )
}
