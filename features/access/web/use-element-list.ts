import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'

/** What an agreement or a consent can hold, in the order in which people look for it. */
export const shareableElements = [
  'directory',
  'enrollment',
  'attendance',
  'grades',
  'behavior',
  'assessments',
  'college_access',
  'strengths',
  'voice',
  'needs',
  'plan',
  'contacts',
  'household',
  'demographics',
] as const

/** A list of elements in words: "name and grade, attendance, and notes". */
export function useElementList() {
  const { t, i18n } = useTranslation()
  const { locale } = useCommunity()
  return (elements: readonly string[]): string =>
    new Intl.ListFormat(locale).format(
      elements.map((element) =>
        i18n.exists(`element.${element}`) ? t(`element.${element}` as 'element.attendance') : element,
      ),
    )
}
