import { Navigate } from '@tanstack/react-router'
import { lazy } from 'react'
import { addressOf, isSchoolStaff, roomsFor } from './rooms.ts'
import { useHat } from '../use-hat.ts'

const TodayPage = lazy(() =>
  import('#features/caseload/web/TodayPage.tsx').then(({ TodayPage }) => ({ default: TodayPage })),
)
const AggregatesPage = lazy(() =>
  import('./AggregatesPage.tsx').then(({ AggregatesPage }) => ({ default: AggregatesPage })),
)

/** Each role starts in its first room. */
export function StartPage() {
  const { role } = useHat()
  if (isSchoolStaff(role)) return <TodayPage />
  const [first] = roomsFor(role)
  return first === undefined || first === 'aggregates' ? <AggregatesPage /> : <Navigate to={addressOf[first]} replace />
}
