import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import type { ChoosePreset, LastChoice, PresetVersion, Preview, SavePreset } from '../contract.ts'
import type { PresetRules } from '../preset-rules.ts'

const second = 1_000

export const presetsQuery = (path: string) =>
  queryOptions({
    queryKey: ['presets', path],
    queryFn: ({ signal }) => api.get<PresetVersion[]>(`${path}/presets`, { signal }),
  })

export const isUnderWay = (answer: LastChoice | undefined) =>
  answer?.choice?.state === 'waiting' || answer?.choice?.state === 'working'

/** How far the flags have followed the last choice; asked every second while they do. */
export const choiceQuery = (path: string) =>
  queryOptions({
    queryKey: ['preset-choice', path],
    queryFn: ({ signal }) => api.get<LastChoice>(`${path}/presets/choice`, { signal }),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? second : false),
  })

export function useChoosePreset() {
  const { path } = useCommunity()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (choice: ChoosePreset) => api.put<unknown, ChoosePreset>(`${path}/presets/choice`, choice),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['presets'] }),
        client.invalidateQueries({ queryKey: ['preset-choice'] }),
      ]),
  })
}

export function useSavePreset(onSaved: () => void) {
  const { path } = useCommunity()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (preset: SavePreset) => api.post<{ id: string }, SavePreset>(`${path}/presets`, preset),
    onSuccess: onSaved,
    onSettled: () => client.invalidateQueries({ queryKey: ['presets'] }),
  })
}

export function usePreview() {
  const { path } = useCommunity()
  return useMutation({
    mutationFn: (rules: PresetRules) => api.post<Preview, { rules: PresetRules }>(`${path}/presets/preview`, { rules }),
  })
}
