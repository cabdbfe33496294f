import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** After going to another page the keyboard and the screen reader start at that page, not at the old link. */
export function useArrivalFocus(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        if (fromLocation !== undefined && pathChanged) document.getElementById('page')?.focus({ preventScroll: true })
      }),
    [router],
  )
}
