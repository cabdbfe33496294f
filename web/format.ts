import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { type Day, type DayStyle, formatDay, formatHour, formatMoment } from './dates.ts'
import { formatNumber, formatShare } from './numbers.ts'
import { localeOf } from './words/languages.ts'

/** The time zone of the community, whatever the zone of the machine. */
export const CommunityTimeZone = createContext('UTC')

/** Days, moments, numbers and shares as the reader writes them. */
export function useFormat() {
  const { t, i18n } = useTranslation()
  const timeZone = useContext(CommunityTimeZone)
  const locale = localeOf(i18n.language)
  return {
    day: (day: Day, style?: DayStyle) => formatDay(day, locale, style),
    moment: (moment: string | Date) => formatMoment(moment, locale, timeZone),
    hour: (hour: number) => formatHour(hour, locale),
    number: (value: number, decimals?: number) => formatNumber(value, locale, decimals),
    share: (share: number | null) => formatShare(share, locale, t('number.noRate')),
  }
}
