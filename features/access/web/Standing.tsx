import { useTranslation } from 'react-i18next'
import './PartnersPage.css'

/** Where an agreement stands, in words; the color only repeats them. */
export function Standing({ standing }: { standing: string }) {
  const { t, i18n } = useTranslation()
  const word = i18n.exists(`standing.${standing}`) ? t(`standing.${standing}` as 'standing.draft') : standing
  return <span className={`standing standing-${standing}`}>{word}</span>
}
