import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { ProblemError } from '#web/problem.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { PrintFooter } from '#web/ui/PrintFooter.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useHat } from '#web/use-hat.ts'
import type { StudentRecord } from '../../students/contract.ts'
import { StatementsPart } from '../../students/web/corrections/StatementsPart.tsx'
import { NothingShared } from './NothingShared.tsx'
import { participantQuery } from './referral-queries.ts'
import { SharedSection } from './SharedSection.tsx'
import { sharedElements } from './shared-elements.ts'
import './ReferralCard.css'

/** What one family lets this organization know of one student: that, and nothing beside it. */
export function ParticipantPage() {
  const { id = '' } = useParams({ strict: false })
  const { path } = useCommunity()
  const record = useQuery(participantQuery(path, id))
  if (record.isPending) return <Waiting />
  if (record.isError && isGone(record.error)) return <NothingShared />
  if (record.isError) return <ProblemNotice problem={record.error} onRetry={() => void record.refetch()} />
  return sharedElements(record.data).length === 0 ? <NothingShared /> : <Participant record={record.data} />
}

const isGone = (error: unknown) => error instanceof ProblemError && error.status === 404

function Participant({ record }: { record: StudentRecord }) {
  const { t } = useTranslation()
  const { place } = useHat()
  const { student } = record
  const name = student ? `${student.givenName} ${student.familyName}` : t('partner.nameNotShared')
  usePageTitle(name)
  return (
    <div className="participant-page">
      <h1>{name}</h1>
      <p className="notice">{t('partner.openingRecorded')}</p>
      {sharedElements(record).map((element) => (
        <SharedSection key={element} element={element} record={record} />
      ))}
      <StatementsPart record={record} className="card" />
      <p className="small soft">{t('partner.howDecided')}</p>
      <PrintFooter forWhom={place ?? ''} />
    </div>
  )
}
