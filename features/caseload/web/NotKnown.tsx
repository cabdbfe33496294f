import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'

/** Of what too little is known yet: said, so that no flag is not taken for fine. */
export function NotKnown({ indicators }: { indicators: readonly string[] }) {
  const { t } = useTranslation()
  const { locale } = useCommunity()
  if (indicators.length === 0) return null
  const names = indicators.map((each) => t(`notKnown.${each as 'attendance'}`))
  return <p className="small soft">{t('notKnown.list', { list: new Intl.ListFormat(locale).format(names) })}</p>
}
