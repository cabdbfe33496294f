import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { correctionsPartId, correctionsQuery } from './correction-queries.ts'

/** Says at the top of the page that a question of one's own was answered, until one closes it. */
export function AnsweredNotice({ studentId }: { studentId: string }) {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const asked = useQuery(correctionsQuery(path, studentId))
  const answered = asked.data?.filter(({ isMine, state }) => isMine && state === 'answered') ?? []
  if (answered.length === 0) return null
  return (
    <div className="notice not-in-print">
      <p>
        <strong>{t('correction.wasAnswered', { count: answered.length })}</strong> {t('correction.wasAnsweredText')}
      </p>
      <a href={`#${correctionsPartId}`} className="button button-main">
        {t('correction.readAnswer')}
      </a>
    </div>
  )
}
