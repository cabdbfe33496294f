import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeBell } from '#features/caseload/web/notices/NoticeBell.tsx'
import { OverdueSources } from '#features/imports/web/OverdueSources.tsx'
import { CommunityTimeZone } from '../format.ts'
import { changeHat, signOut } from '../hat-actions.ts'
import { useArrivalFocus } from '../page/use-arrival-focus.ts'
import { ProblemError } from '../problem.ts'
import { sessionQuery } from '../session.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { addressOf, roomsFor } from './rooms.ts'
import { GlobalSearch } from './search/GlobalSearch.tsx'
import { Shortcuts } from './shortcuts/Shortcuts.tsx'
import { StaffShell } from './StaffShell.tsx'
import { useHatWords } from './use-hat-words.ts'

/** The page is on its way to signing in. */
const isSignedOut = (error: unknown) => error instanceof ProblemError && error.status === 401

const Alone = ({ children }: { children: ReactNode }) => <main className="staff-alone">{children}</main>

/** Choosing a hat, and what families see, are in the other shell. */
function GoToTheOpenShell() {
  useEffect(() => window.location.replace('/'), [])
  return (
    <Alone>
      <Waiting />
    </Alone>
  )
}

export function StaffRoot() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
  const inWords = useHatWords()
  useArrivalFocus()
  if (session.isPending || isSignedOut(session.error))
    return (
      <Alone>
        <Waiting />
      </Alone>
    )
  if (session.isError)
    return (
      <Alone>
        <ProblemNotice problem={session.error} onRetry={() => void session.refetch()} />
      </Alone>
    )
  const { hat, hats, timeZone } = session.data
  if (hat === null || hat.kind !== 'membership') return <GoToTheOpenShell />
  const rooms = roomsFor(hat.role).map((room) => ({
    to: addressOf[room],
    label: t(`room.${room}`),
    ...(room === 'imports' && { after: <OverdueSources /> }),
  }))
  return (
    <CommunityTimeZone value={timeZone ?? 'UTC'}>
      <StaffShell
        community={hat.communityName}
        person={hat.personName}
        hat={inWords(hat)}
        otherHats={hats.filter(({ id }) => id !== hat.id).map(inWords)}
        nav={rooms}
        tools={
          <>
            <GlobalSearch rooms={rooms} />
            <NoticeBell />
            <Shortcuts />
          </>
        }
        onChangeHat={({ id }) => void changeHat(id)}
        onSignOut={() => void signOut()}
        onRetry={() => void client.invalidateQueries()}
      >
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </StaffShell>
    </CommunityTimeZone>
  )
}
