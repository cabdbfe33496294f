import { useSuspenseQuery } from '@tanstack/react-query'
import { usePageTitle } from '../page/use-page-title.ts'
import { sessionQuery } from '../session.ts'

export function StartPage() {
  const { data } = useSuspenseQuery(sessionQuery)
  const name = data.hat?.communityName ?? ''
  usePageTitle(name)
  return <h1>{name}</h1>
}
