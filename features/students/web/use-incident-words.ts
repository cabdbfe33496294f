import { useTranslation } from 'react-i18next'
import type { DisciplineAction, Incident } from '../contract.ts'

const key = (word: string) => word.toLowerCase().replace(/[^a-z]/g, '')

/** What happened, whose part it was, and what was done. Codes that have no words are shown as the school wrote them. */
export function useIncidentWords() {
  const { t, i18n } = useTranslation()
  const known = (group: string, word: string, own: string) =>
    i18n.exists(`record.${group}.${word}`) ? t(`record.${group}.${word}` as 'record.behavior.other') : own
  return {
    happened: ({ behavior }: Incident) => known('behavior', behavior, behavior),
    part: ({ participation }: Incident) => known('part', participation, ''),
    done: ({ action, days }: DisciplineAction) => {
      const what = known('action', key(action), action)
      return days ? `${what} · ${t('record.actionDays', { count: days })}` : what
    },
  }
}
