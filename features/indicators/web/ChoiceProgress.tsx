import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { choiceQuery, isUnderWay } from './preset-queries.ts'

/** How far the flags have followed the district's choice; says when they have. The page may be left meanwhile. */
export function ChoiceProgress() {
  const { t } = useTranslation()
  const format = useFormat()
  const { path } = useCommunity()
  const client = useQueryClient()
  const found = useQuery(choiceQuery(path))
  const isAtWork = isUnderWay(found.data)
  const wasAtWork = useRef(false)
  const choice = found.data?.choice
  useEffect(() => {
    if (wasAtWork.current && !isAtWork && choice) {
      announce(t(choice.state === 'done' ? 'presets.followed' : 'presets.notFollowed', { title: choice.title }))
      void client.invalidateQueries({ queryKey: ['presets'] })
    }
    wasAtWork.current = isAtWork
  }, [isAtWork, choice, client, t])
  if (!choice) return null
  const { title, version, state, stepsDone, steps, chosenBy, chosenAt, finishedAt } = choice
  const label = t('presets.following', { title, version })
  return (
    <section className="card" aria-label={t('presets.lastChoice')}>
      <p>{t('presets.chosenByWhen', { title, version, person: chosenBy, when: format.moment(chosenAt) })}</p>
      {isAtWork && (
        <p>
          <progress className="choice-steps" aria-label={label} max={steps} value={stepsDone} />{' '}
          {t('presets.steps', { done: stepsDone, steps })} <span className="soft">{t('imports.mayLeave')}</span>
        </p>
      )}
      {state === 'done' && finishedAt && <p>{t('presets.followedAt', { when: format.moment(finishedAt) })}</p>}
      {state === 'failed' && <p className="field-error">{t('presets.notFollowed', { title })}</p>}
    </section>
  )
}
