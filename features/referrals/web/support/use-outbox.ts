import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useCommunity } from '#web/staff/use-community.ts'
import { useHat } from '#web/use-hat.ts'
import type { NewSupport } from '../../support/contract.ts'
import { dropLog, keepLog, keptLogs, sendKept } from './outbox.ts'

// The first request after a connection is back often fails all the same.
const againAfterMs = 10_000

/** What is still on this device, and how it gets to the server: at once, and again whenever the connection is back, or after a while. */
export function useOutbox() {
  const { path } = useCommunity()
  const { id: hat } = useHat()
  const client = useQueryClient()
  const [kept, setKept] = useState(() => keptLogs(localStorage, hat))
  const underway = useRef<Promise<number> | null>(null)
  const send = useCallback(() => {
    const sending = async () => {
      // Two windows may send at once: the key of each log keeps them from writing it twice.
      const { sent } = await sendKept(localStorage, hat, path)
      setKept(keptLogs(localStorage, hat))
      if (sent > 0) void client.invalidateQueries({ queryKey: ['participants'] })
      return sent
    }
    underway.current = (underway.current ?? Promise.resolve(0)).then(sending)
    return underway.current
  }, [client, hat, path])
  const isWaiting = kept.some(({ refusal }) => !refusal)
  useEffect(() => {
    const again = () => void send()
    again()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [send])
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => void send(), againAfterMs)
    return () => clearInterval(timer)
  }, [isWaiting, send])
  const log = async (support: NewSupport): Promise<'sent' | 'kept'> => {
    keepLog(localStorage, hat, support)
    setKept(keptLogs(localStorage, hat))
    await send()
    return keptLogs(localStorage, hat).some(({ key }) => key === support.key) ? 'kept' : 'sent'
  }
  const drop = (key: string) => {
    dropLog(localStorage, hat, key)
    setKept(keptLogs(localStorage, hat))
  }
  return { kept, log, drop, send }
}
