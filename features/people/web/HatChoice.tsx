import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeHat } from '#web/hat-actions.ts'
import { homeOf } from '#web/open/home.ts'
import { usePageTitle } from '#web/page/use-page-title.ts'
import { safePlace } from '#web/place.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { Hat } from '../contract.ts'
import { useHatSentence } from './use-hat-sentence.ts'
import './HatChoice.css'

/** One person, several reasons to be here: each opens its own pages and nothing of the others. */
export function HatChoice({ hats, next }: { hats: readonly Hat[]; next?: string | undefined }) {
  const { t } = useTranslation()
  const inWords = useHatSentence()
  const choose = useMutation({
    mutationFn: (hat: Hat) => changeHat(hat.id, safePlace(next, homeOf(hat))),
  })
  usePageTitle(t('hats.title'))
  return (
    <>
      <h1>{t('hats.title')}</h1>
      <p>{t('hats.text')}</p>
      {choose.isError && <ProblemNotice problem={choose.error} />}
      <ul className="plain-list hat-choice">
        {hats.map((hat) => (
          <li key={hat.id}>
            <button
              type="button"
              className="card"
              aria-current={hat.isCurrent || undefined}
              onClick={() => choose.mutate(hat)}
            >
              <strong>{inWords(hat)}</strong>
              <span className="soft small">
                {hat.communityName}
                {hat.isCurrent && ` · ${t('hats.inUse')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
