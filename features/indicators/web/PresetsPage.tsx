import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import { Waiting } from '#web/ui/Waiting.tsx'
import { useHat } from '#web/use-hat.ts'
import { ChoiceProgress } from './ChoiceProgress.tsx'
import { presetsQuery } from './preset-queries.ts'
import { PresetCard } from './PresetCard.tsx'
import './PresetsPage.css'

/** The rules that raise flags: which ones there are, where they come from, and which the district has chosen. */
export function PresetsPage() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const isSteward = useHat().role === 'data_steward'
  const found = useQuery(presetsQuery(path))
  usePageTitle(t('room.presets'))
  const latest = found.data?.filter(({ isLatest }) => isLatest) ?? []
  const chosen = found.data?.find(({ isChosen }) => isChosen)
  const inOrder = latest.toSorted((a, b) => rank(b, chosen?.name) - rank(a, chosen?.name))
  return (
    <>
      <h1>{t('room.presets')}</h1>
      <p>{t(isSteward ? 'presets.text' : 'presets.textToRead')}</p>
      {isSteward && <ChoiceProgress />}
      {found.isPending && <Waiting />}
      {found.isError && <ProblemNotice problem={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 && <EmptyPlace title={t('presets.none')}>{t('presets.noneText')}</EmptyPlace>}
      {inOrder.map((preset) => (
        <PresetCard
          key={preset.name}
          preset={preset}
          older={(found.data ?? []).filter(({ name, isLatest }) => name === preset.name && !isLatest)}
          chosenId={chosen?.id ?? null}
          mayChange={isSteward}
        />
      ))}
    </>
  )
}

const rank = ({ name, isOwn }: { name: string; isOwn: boolean }, chosen: string | undefined) =>
  name === chosen ? 2 : Number(isOwn)
