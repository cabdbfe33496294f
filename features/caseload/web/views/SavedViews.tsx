import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { announce } from '#web/ui/announcement.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import type { StudentsSearch } from '../students-search.ts'
import { NameForm } from './NameForm.tsx'
import { useViews } from './use-views.ts'
import { isShown, settingsOf } from './view-search.ts'
import { ViewRow } from './ViewRow.tsx'
import './Views.css'

/** One's own views of the list: open one, rename it, delete it, or save what is shown now. */
export function SavedViews({ search }: { search: StudentsSearch }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { views, save, rename, remove } = useViews()
  const all = views.data ?? []
  return (
    <details className="saved-views not-in-print">
      <summary className="button button-plain">{t('views.title', { number: format.number(all.length) })}</summary>
      <div className="card">
        {views.isPending && <Waiting />}
        {views.isError && <ProblemNotice problem={views.error} onRetry={() => void views.refetch()} />}
        {views.data?.length === 0 && <p className="soft">{t('views.none')}</p>}
        <ul className="plain-list">
          {all.map((view) => (
            <li key={view.id}>
              <ViewRow view={view} isShown={isShown(view, search)} rename={rename} remove={remove} />
            </li>
          ))}
        </ul>
        {remove.error && <ProblemNotice problem={remove.error} />}
        <NameForm
          key={save.submittedAt}
          label={t('views.saveAs')}
          hint={search.search ? t('views.withoutName') : t('views.whatIsKept')}
          submit={t('views.save')}
          first={save.isError ? save.variables.name : ''}
          waiting={save.isPending}
          problem={save.error}
          onSubmit={(name) =>
            save.mutate({ name, ...settingsOf(search) }, { onSuccess: () => announce(t('views.saved', { name })) })
          }
        />
      </div>
    </details>
  )
}
