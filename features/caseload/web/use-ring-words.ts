import { useTranslation } from 'react-i18next'
import type { Gap, RingWords } from './student-rings.ts'
import { useStateWord } from './use-state-word.ts'

export function useRingWords(): RingWords {
  const { t, i18n } = useTranslation()
  const state = useStateWord()
  const known = (key: string, own: string) => (i18n.exists(key) ? t(key as 'role.teacher') : own)
  return {
    role: (role) => known(`role.${role}`, role),
    relation: (relation) => known(`relation.${relation}`, relation),
    state,
    gap: (gap: Gap) => t(`student.gap.${gap}`),
  }
}
