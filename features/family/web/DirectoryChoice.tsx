import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { protectionQuery, useProtectionAct } from '../../students/web/protection/protection-queries.ts'
import { useFamily } from './use-family.ts'

/** The family's right to keep directory information at school (34 CFR 99.37). */
export function DirectoryChoice() {
  const { t } = useTranslation()
  const format = useFormat()
  const client = useQueryClient()
  const { community, child, about } = useFamily()
  const path = `/${community}`
  const found = useQuery(protectionQuery(path, child.studentId))
  const mine = found.data?.optOuts.find(({ isMine, withdrawnAt }) => isMine && withdrawnAt === null)
  const decide = useProtectionAct(
    (id: string | null) => ({
      to:
        id === null
          ? `${path}/students/${child.studentId}/directory-opt-outs`
          : `${path}/directory-opt-outs/${id}/ending`,
    }),
    () => {
      announce(t('directory.changed', about))
      void client.invalidateQueries({ queryKey: ['family'] })
    },
  )
  return (
    <section aria-labelledby="directory-title">
      <h2 id="directory-title">{t('directory.familyTitle')}</h2>
      <p>{t('directory.familyText', about)}</p>
      {found.isPending && <Waiting />}
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {mine && <p role="status">{t('directory.youSaid', { when: format.moment(mine.givenAt) })}</p>}
      {found.data && (
        <div className="family-actions">
          <ActionButton
            aria-busy={decide.isPending}
            onClick={() => !decide.isPending && decide.mutate(mine?.id ?? null)}
          >
            {t(mine ? 'directory.familyTakeBack' : 'directory.familyOptOut')}
          </ActionButton>
        </div>
      )}
      {decide.error && <ProblemNotice problem={decide.error} />}
    </section>
  )
}
