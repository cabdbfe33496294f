import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ExportLinks } from '#web/ui/ExportLinks.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { type Column, DataTable } from '#web/ui/table/DataTable.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Participant } from '../contract.ts'
import { participantsQuery } from './referral-queries.ts'

/** The students whom this organization serves now. */
export function ParticipantsPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const participants = useQuery(participantsQuery(path))
  const columns = useColumns()
  usePageTitle(t('partner.participants'))
  if (participants.isPending) return <Waiting />
  if (participants.isError)
    return <ProblemNotice problem={participants.error} onRetry={() => void participants.refetch()} />
  return (
    <>
      <h1>{t('partner.participants')}</h1>
      <p className="soft">{t('partner.openingRecorded')}</p>
      {participants.data.length > 0 && <ExportLinks list={`${path}/participants`} />}
      <DataTable
        caption={t('partner.participants')}
        rows={participants.data}
        columns={columns}
        rowKey={({ studentId, serviceName }) => studentId + serviceName}
        empty={
          <EmptyPlace
            title={t('partner.noParticipants')}
            first={<Link to="/app/referrals">{t('partner.toReferrals')}</Link>}
          >
            {t('partner.noParticipantsText')}
          </EmptyPlace>
        }
      />
    </>
  )
}

function useColumns(): Column<Participant>[] {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const stageWord = (stage: string) =>
    i18n.exists(`partner.stage.${stage}`) ? t(`partner.stage.${stage}` as 'partner.stage.enrolled') : stage
  return [
    {
      key: 'name',
      label: t('partner.student'),
      value: ({ studentName }) => studentName,
      show: ({ studentId, studentName }) => (
        <Link to="/app/participants/$id" params={{ id: studentId }}>
          {studentName ?? t('partner.nameNotShared')}
        </Link>
      ),
    },
    { key: 'service', label: t('partner.service'), value: ({ serviceName }) => serviceName },
    { key: 'from', label: t('partner.since'), value: ({ fromOn }) => fromOn, show: ({ fromOn }) => format.day(fromOn) },
    { key: 'stage', label: t('partner.stageTitle'), value: ({ stage }) => stageWord(stage) },
  ]
}
