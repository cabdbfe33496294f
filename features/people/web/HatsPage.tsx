import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { StrangerPage } from '#web/open/StrangerPage.tsx'
import { sessionQuery } from '#web/session.ts'
import { HatChoice } from './HatChoice.tsx'

export function HatsPage() {
  const { hats } = useSuspenseQuery(sessionQuery).data
  const { next } = useSearch({ strict: false })
  return hats.length > 0 ? <HatChoice hats={hats} next={next} /> : <StrangerPage />
}
