import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '../api.ts'
import { CommunityTimeZone } from '../format.ts'
import { useArrivalFocus } from '../page/use-arrival-focus.ts'
import { ProblemError } from '../problem.ts'
import { sessionQuery } from '../session.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { StaffShell } from './StaffShell.tsx'

/** The page is on its way to signing in. */
const isSignedOut = (error: unknown) => error instanceof ProblemError && error.status === 401

const Alone = ({ children }: { children: ReactNode }) => <main className="staff-alone">{children}</main>

const go = (place: string) => window.location.assign(place)

export function StaffRoot() {
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
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
  const { community, person, hat, hats } = session.data
  return (
    <CommunityTimeZone value={community.timeZone}>
      <StaffShell
        community={community.name}
        person={person.name}
        hat={hat}
        otherHats={hats.filter(({ id }) => id !== hat.id)}
        nav={[]}
        onChangeHat={({ id }) => void api.post('/session/hat', { hat: id }).then(() => go('/app'))}
        onSignOut={() => void api.delete('/session').then(() => go('/'))}
        onRetry={() => void client.invalidateQueries()}
      >
        <Outlet />
      </StaffShell>
    </CommunityTimeZone>
  )
}
