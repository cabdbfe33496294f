import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import type { NewView, Rename, SavedView } from '../../views/contract.ts'

export function useViews() {
  const url = `${useCommunity().path}/student-views`
  const client = useQueryClient()
  const queryKey = ['student-views', url]
  const onSettled = () => client.invalidateQueries({ queryKey })
  return {
    views: useQuery({ queryKey, queryFn: ({ signal }) => api.get<SavedView[]>(url, { signal }) }),
    save: useMutation({ mutationFn: (view: NewView) => api.post(url, view), onSettled }),
    rename: useMutation({
      mutationFn: ({ id, ...named }: Rename & { id: string }) => api.patch(`${url}/${id}`, named),
      onSettled,
    }),
    remove: useMutation({ mutationFn: (id: string) => api.delete(`${url}/${id}`), onSettled }),
  }
}
