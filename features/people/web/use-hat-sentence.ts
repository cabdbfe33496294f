import { useTranslation } from 'react-i18next'
import type { Hat } from '../contract.ts'

/** What a hat is for, as its wearer would say it: "Guardian of Sofía Ramírez", "Coordinator, Lincoln Middle School". */
export function useHatSentence() {
  const { t, i18n } = useTranslation()
  const roleWord = (role: string) => (i18n.exists(`role.${role}`) ? t(`role.${role}` as 'role.teacher') : role)
  return ({ kind, role, place, studentName, communityName }: Hat): string => {
    if (kind === 'guardianship' && studentName) return t('hats.guardianOf', { student: studentName })
    if (kind === 'self') return t('hats.self')
    return t('hats.roleAt', { role: roleWord(role), place: place ?? communityName })
  }
}
