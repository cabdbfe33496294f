import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { announce } from '#web/ui/announcement.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import type { SavedView } from '../../views/contract.ts'
import { NameForm } from './NameForm.tsx'
import type { useViews } from './use-views.ts'
import { searchOf } from './view-search.ts'

type Props = { view: SavedView; isShown: boolean } & Pick<ReturnType<typeof useViews>, 'rename' | 'remove'>

export function ViewRow({ view, isShown, rename, remove }: Props) {
  const { t } = useTranslation()
  const { id, name, version } = view
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null)
  const end = () => {
    rename.reset()
    setDoing(null)
  }
  const isMine = rename.variables?.id === id
  if (doing === 'rename')
    return (
      <NameForm
        label={t('views.newName', { name })}
        submit={t('views.rename')}
        first={name}
        waiting={rename.isPending}
        problem={isMine ? rename.error : null}
        onSubmit={(next) => rename.mutate({ id, version, name: next }, { onSuccess: end })}
        onCancel={end}
      />
    )
  return (
    <div className="view-row">
      <Link to="/app/students" search={searchOf(view)} {...(isShown && { 'aria-current': 'true' })}>
        {name}
      </Link>
      {isShown && <span className="small soft">{t('views.shown')}</span>}
      <span className="form-actions">
        <ActionButton kind="quiet" aria-label={t('views.renameOne', { name })} onClick={() => setDoing('rename')}>
          {t('views.rename')}
        </ActionButton>
        <ActionButton kind="quiet" aria-label={t('views.deleteOne', { name })} onClick={() => setDoing('delete')}>
          {t('views.delete')}
        </ActionButton>
      </span>
      <ConfirmDialog
        open={doing === 'delete'}
        title={t('views.deleteOne', { name })}
        confirm={t('views.delete')}
        grave
        onConfirm={() => {
          setDoing(null)
          remove.mutate(id, { onSuccess: () => announce(t('views.deleted', { name })) })
        }}
        onCancel={end}
      >
        <p>{t('views.deleteText')}</p>
      </ConfirmDialog>
    </div>
  )
}
