import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { useProtectionAct } from './protection-queries.ts'
import type { ProtectionProps } from './RestrictionPart.tsx'

/** Whether directory information stays at school, and who said so. */
export function DirectoryPart({ studentId, name, protection }: ProtectionProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const live = protection.optOuts.filter(({ withdrawnAt }) => withdrawnAt === null)
  const decide = useProtectionAct(
    (id: string | null) => ({
      to: id === null ? `${path}/students/${studentId}/directory-opt-outs` : `${path}/directory-opt-outs/${id}/ending`,
    }),
    () => announce(t('directory.changed', { name })),
  )
  return (
    <>
      <h3>{t('directory.title')}</h3>
      <p>{t(live.length > 0 ? 'directory.stays' : 'directory.mayLeave', { name })}</p>
      <ul className="plain-list protection-list">
        {live.map((said) => (
          <li key={said.id}>
            {t(`directory.by.${said.giverKind as 'guardian'}`, { when: format.moment(said.givenAt) })}{' '}
            {protection.mayWrite && (
              <ActionButton kind="quiet" onClick={() => decide.mutate(said.id)}>
                {t('directory.takeBack')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {protection.mayWrite && !live.some(({ isMine }) => isMine) && (
        <ActionButton className="not-in-print" onClick={() => decide.mutate(null)}>
          {t('directory.optOutFor')}
        </ActionButton>
      )}
      {decide.error && <ProblemNotice problem={decide.error} />}
    </>
  )
}
