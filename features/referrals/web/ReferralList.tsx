import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { type Column, DataTable } from '#web/ui/table/DataTable.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Referral } from '../contract.ts'
import { referralsQuery } from './referral-queries.ts'

/** The referrals of the reader's students, for those who sent them. */
export function ReferralList() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const referrals = useQuery(referralsQuery(path))
  const columns = useColumns()
  if (referrals.isPending) return <Waiting />
  if (referrals.isError) return <ProblemNotice problem={referrals.error} onRetry={() => void referrals.refetch()} />
  return (
    <DataTable
      caption={t('partner.referrals')}
      rows={referrals.data}
      columns={columns}
      rowKey={({ id }) => id}
      empty={
        <EmptyPlace title={t('partner.noReferrals')} first={<Link to="/app/students">{t('partner.toStudents')}</Link>}>
          {t('partner.noReferralsText')}
        </EmptyPlace>
      }
    />
  )
}

function useColumns(): Column<Referral>[] {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const stateWord = (state: string) =>
    i18n.exists(`referralState.${state}`) ? t(`referralState.${state}` as 'referralState.sent') : state
  return [
    {
      key: 'student',
      label: t('partner.student'),
      value: ({ studentName }) => studentName,
      show: ({ studentId, studentName }) => (
        <Link to="/app/students/$id" params={{ id: studentId }}>
          {studentName ?? t('partner.nameNotShared')}
        </Link>
      ),
    },
    {
      key: 'service',
      label: t('partner.service'),
      value: ({ serviceName, organizationName }) => `${serviceName}, ${organizationName}`,
    },
    { key: 'state', label: t('partner.state'), value: ({ state }) => stateWord(state) },
    {
      key: 'changed',
      label: t('partner.changed'),
      value: ({ changedAt }) => changedAt,
      show: ({ changedAt }) => format.moment(changedAt),
    },
    { key: 'author', label: t('partner.author'), value: ({ authorName }) => authorName, hiddenAtFirst: true },
  ]
}
