import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { useHat } from '#web/use-hat.ts'
import { presetsQuery } from './preset-queries.ts'
import { PresetEditor } from './PresetEditor.tsx'
import './PresetsPage.css'

/** Copying a cited preset, or making the next version of the district's own. */
export function PresetEditorPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const { id } = useParams({ strict: false }) as { id: string }
  const isSteward = useHat().role === 'data_steward'
  const found = useQuery({ ...presetsQuery(path), staleTime: Infinity })
  const base = found.data?.find((preset) => preset.id === id)
  const title = base && t(base.isOwn ? 'presets.changeTitle' : 'presets.copyTitle', { title: base.title })
  usePageTitle(title ?? t('room.presets'))
  return (
    <>
      <p className="not-in-print">
        <Link to="/app/presets">{t('presets.all')}</Link>
      </p>
      {found.isPending && <Waiting />}
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data && !base && <EmptyPlace title={t('presets.gone')} />}
      {base && <h1>{title}</h1>}
      {base && !isSteward && <p>{t('presets.textToRead')}</p>}
      {base && isSteward && <PresetEditor key={base.id} base={base} />}
    </>
  )
}
