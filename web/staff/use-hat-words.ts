import { useTranslation } from 'react-i18next'
import type { Hat as SessionHat } from '#features/people/contract.ts'
import type { Hat } from './HatMenu.tsx'

/** A hat in the reader's words. A role that has no word yet is shown as the server writes it. */
export function useHatWords() {
  const { t, i18n } = useTranslation()
  const roleWord = (role: string) => (i18n.exists(`role.${role}`) ? t(`role.${role}` as 'role.teacher') : role)
  return ({ id, role, place, studentName, communityName }: SessionHat): Hat => ({
    id,
    role: roleWord(role),
    place: studentName ?? place ?? communityName,
  })
}
