import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import { useFamily } from './use-family.ts'
import { whyOf } from './why.ts'

/** Why someone may look, in plain words. */
export function useWhyWords() {
  const { t } = useTranslation()
  const format = useFormat()
  const { about } = useFamily()
  return (sentence: string): string => {
    const why = whyOf(sentence)
    if (why.kind === 'other') return why.sentence
    if (why.kind === 'consent') return t('viewers.why.consent', { day: format.day(why.consentOn) })
    return t(`viewers.why.${why.kind}`, about)
  }
}
