import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useArrivalFocus } from '../page/use-arrival-focus.ts'
import { OpenShell } from './OpenShell.tsx'

export function OpenRoot() {
  const client = useQueryClient()
  useArrivalFocus()
  return (
    <OpenShell onRetry={() => void client.invalidateQueries()}>
      <Outlet />
    </OpenShell>
  )
}
