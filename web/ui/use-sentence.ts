import { useTranslation } from 'react-i18next'
import { ConnectionLost, NoAnswer, ProblemError, SavingUnknown } from '../problem.ts'

/** What went wrong, in the reader's language. The server's own sentence is English and says more than the one for its code. */
export function useSentence() {
  const { t, i18n } = useTranslation()
  return (problem: unknown): string => {
    if (problem instanceof SavingUnknown) return t('problem.savingUnknown')
    if (problem instanceof NoAnswer) return t('problem.noAnswer')
    if (problem instanceof ConnectionLost) return t('problem.noConnection')
    if (!(problem instanceof ProblemError)) return t('problem.ours')
    const word = `refusal.${problem.code}`
    return i18n.language === 'en' || !i18n.exists(word) ? problem.message : t(word as 'refusal.refused')
  }
}
