import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '#web/problem.ts'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'

/** What went wrong on the way to a provider and back; its code stands in the address, its words only here. */
export function ProviderProblem() {
  const { t, i18n } = useTranslation()
  const [code] = useState(() => new URLSearchParams(window.location.search).get('problem'))
  if (!code) return null
  const word = i18n.exists(`refusal.${code}`) ? t(`refusal.${code}` as 'refusal.refused') : t('problem.ours')
  return <ProblemNotice problem={new ProblemError({ status: 403, code, title: word })} />
}
