import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Viewer } from '#features/access/contract.ts'
import { ViewerList } from '#features/access/web/ViewerList.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useFormat } from '#web/format.ts'

export function ViewersPart({ name, viewers }: { name: string; viewers: UseQueryResult<Viewer[]> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const count = viewers.data && format.number(viewers.data.length)
  return (
    <section className="card viewers-part" id="viewers" tabIndex={-1} aria-labelledby="viewers-title">
      <h2 id="viewers-title">
        {count === undefined ? t('whoSees.title', { name }) : t('whoSees.titleCounted', { name, count })}
      </h2>
      {viewers.isPending && <Waiting />}
      {viewers.isError && <ProblemNotice problem={viewers.error} onRetry={() => void viewers.refetch()} />}
      {viewers.data && <ViewerList viewers={viewers.data} name={name} />}
    </section>
  )
}
