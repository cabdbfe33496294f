import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { api } from '../api.ts'
import { CommunityTimeZone } from '../format.ts'
import { useArrivalFocus } from '../page/use-arrival-focus.ts'
import { sessionQuery } from '../session.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { StaffShell } from './StaffShell.tsx'

const go = (place: string) => window.location.assign(place)

export function StaffRoot() {
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
  useArrivalFocus()
  if (session.isPending) return <Waiting />
  if (session.isError) return <ProblemNotice problem={session.error} onRetry={() => void session.refetch()} />
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
