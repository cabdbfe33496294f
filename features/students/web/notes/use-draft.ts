import { useEffect, useState, useSyncExternalStore } from 'react'
import { api } from '#web/api.ts'
import { copiesOf } from '#web/draft-copies.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { useHat } from '#web/use-hat.ts'
import type { DraftText, FoundDraft, Saved } from '../../notes/contract.ts'
import { keepDraft, type Text } from './draft-keeper.ts'

/** Keeps what is in a form safe until it is sent. `onFound` puts a text that was kept earlier back into the form. */
export function useDraft(studentId: string, form: string, text: Text, onFound: (text: Text) => void) {
  const { path } = useCommunity()
  const { id: hat } = useHat()
  const url = `${path}/students/${studentId}/drafts/${form}`
  const [keeper] = useState(() =>
    keepDraft(
      {
        find: async () => (await api.get<FoundDraft>(url)).draft,
        save: async ({ body, details }, version) =>
          (await api.put<Saved, DraftText>(url, { body, details, version })).version,
        drop: () => api.delete(url),
      },
      copiesOf(hat, `${studentId} ${form}`, form === 'restricted_notes'),
      onFound,
    ),
  )
  useEffect(() => {
    void keeper.start()
    const leave = () => keeper.keepHere()
    const back = () => void keeper.flush()
    window.addEventListener('pagehide', leave)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('online', back)
      void keeper.flush()
    }
  }, [keeper])
  const whole = JSON.stringify(text)
  useEffect(() => keeper.changed(JSON.parse(whole) as Text), [keeper, whole])
  const standing = useSyncExternalStore(keeper.subscribe, keeper.standing)
  return { keeper, standing }
}
