import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { Viewer, Why } from '../contract.ts'

/** Whom the sentences speak of: a family reads about its child, a student of 18 about itself, staff about a student. */
export type About = { name: string; context?: 'self' | 'staff' }

/** Why someone may look, and who it is, in the reader's language. */
export function useWhyWords(about: About) {
  const { t } = useTranslation()
  const format = useFormat()
  const reason = ({ kind, agreement = '', consentOn, since, byToken }: Why): string => {
    const said =
      kind === 'consent' && !consentOn
        ? t('viewers.why.consent_undated', { ...about, agreement })
        : t(`viewers.why.${kind}` as 'viewers.why.consent', {
            ...about,
            agreement,
            day: consentOn && format.day(consentOn),
          })
    return [
      said,
      since && t('viewers.why.since', { day: format.day(since) }),
      byToken && t('viewers.why.byToken', { name: byToken }),
    ]
      .filter(Boolean)
      .join(' ')
  }
  const person = ({ why, personName }: Pick<Viewer, 'why' | 'personName'>) =>
    why.kind === 'operator' ? t('viewers.operator', { name: personName }) : personName
  return { reason, person }
}
