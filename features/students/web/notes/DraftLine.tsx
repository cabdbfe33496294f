import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import type { DraftKeeper, Standing } from './draft-keeper.ts'
import './Notes.css'

const stepMs = 10_000

type Props = { standing: Standing; keeper: DraftKeeper; onStartOver: () => void }

/** Where the text is kept, in a quiet line; and both texts where another window wrote the same thing. */
export function DraftLine({ standing, keeper, onStartOver }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  if (standing.kind === 'none') return null
  if (standing.kind === 'here') return <p className="small draft-line">{t('draft.here')}</p>
  if (standing.kind === 'saved') return <SavedSince at={standing.at} />
  if (standing.kind === 'found')
    return (
      <p className="small draft-line">
        {standing.at === null ? t('draft.foundHere') : t('draft.found', { moment: format.moment(standing.at) })}{' '}
        <ActionButton kind="quiet" onClick={onStartOver}>
          {t('draft.startOver')}
        </ActionButton>
      </p>
    )
  return (
    <div className="notice draft-other" role="alert">
      <p>
        <strong>{t('draft.otherTitle')}</strong>
      </p>
      <blockquote>{standing.other.body}</blockquote>
      <div className="form-actions">
        <ActionButton onClick={() => keeper.choose('other')}>{t('draft.takeOther')}</ActionButton>
        <ActionButton onClick={() => keeper.choose('mine')}>{t('draft.keepMine')}</ActionButton>
      </div>
    </div>
  )
}

function SavedSince({ at }: { at: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [steps, setSteps] = useState({ at, count: 0 })
  useEffect(() => {
    const timer = setInterval(() => setSteps((now) => ({ at, count: now.at === at ? now.count + 1 : 1 })), stepMs)
    return () => clearInterval(timer)
  }, [at])
  const count = steps.at === at ? steps.count : 0
  const words = count === 0 ? t('draft.savedNow') : t('draft.saved', { seconds: format.number(count * 10) })
  return <p className="small soft draft-line">{words}</p>
}
