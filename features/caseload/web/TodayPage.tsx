import { useQuery } from '@tanstack/react-query'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommunityTimeZone, useFormat } from '#web/format.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { useHat } from '#web/use-hat.ts'
import { PrintFooter } from '#web/ui/PrintFooter.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { Home } from '../contract.ts'
import { DueCard } from './due/DueCard.tsx'
import { homePageSize, homeQuery, type Scope } from './home-query.ts'
import { OpenReferrals } from './OpenReferrals.tsx'
import { partOfDay } from './part-of-day.ts'
import { ScopeSwitch } from './ScopeSwitch.tsx'
import { WaitingList } from './WaitingList.tsx'
import './TodayPage.css'

/** For a coordinator with ten minutes: whom nobody has written about yet, and what waits for an answer. */
export function TodayPage() {
  const { t } = useTranslation()
  const { path, language } = useCommunity()
  const { personName, role } = useHat()
  const [scope, setScope] = useState<Scope>('caseload')
  const [page, setPage] = useState(1)
  const home = useQuery(homeQuery(path, language, scope, page))
  const choose = (next: Scope) => {
    setScope(next)
    setPage(1)
  }
  const timeZone = useContext(CommunityTimeZone)
  usePageTitle(t('room.today'))
  const greeting = t(`today.${partOfDay(new Date(), timeZone)}`, { name: personName.split(' ')[0] })
  return (
    <>
      <header className="today-head">
        <h1>{greeting}</h1>
        {home.data && <DataAsOf home={home.data} />}
      </header>
      {home.isPending && <Waiting />}
      {home.isError && <ProblemNotice problem={home.error} onRetry={() => void home.refetch()} />}
      {home.data && (
        <>
          <ScopeSwitch scope={home.data.scope} size={home.data.caseloadSize} onChoose={choose} />
          <div className="today-columns" aria-busy={home.isPlaceholderData}>
            <WaitingList
              key={`${home.data.scope} ${page}`}
              scope={home.data.scope}
              students={home.data.waiting}
              total={home.data.waitingTotal}
              hasData={home.data.lastImportAt !== null}
              page={page}
              size={homePageSize}
              onGo={setPage}
            />
            <div className="today-side">
              <DueCard scope={home.data.scope} />
              {role !== 'teacher' && <OpenReferrals referrals={home.data.openReferrals} />}
            </div>
          </div>
        </>
      )}
      <PrintFooter forWhom={personName} />
    </>
  )
}

function DataAsOf({ home }: { home: Home }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { place, communityName } = useHat()
  const asOf =
    home.lastImportAt === null ? t('today.noData') : t('today.dataAsOf', { moment: format.moment(home.lastImportAt) })
  return (
    <p className="soft">
      {place ?? communityName} · {asOf}
    </p>
  )
}
