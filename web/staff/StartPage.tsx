import { useSuspenseQuery } from '@tanstack/react-query'
import { usePageTitle } from '../page/use-page-title.ts'
import { sessionQuery } from '../session.ts'

export function StartPage() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  usePageTitle(session.community.name)
  return <h1>{session.community.name}</h1>
}
