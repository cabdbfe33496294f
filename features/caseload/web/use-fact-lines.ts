import { useTranslation } from 'react-i18next'
import { useFormat } from '#web/format.ts'
import type { Figures } from '../contract.ts'

/** What the figures of attendance, behavior and courses say, a sentence each: the reasons of flags, or else the plain numbers. */
export function useFactLines(figures: Figures | undefined): string[] {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  if (!figures) return []
  const flagged = new Set(figures.flags.map(({ indicator }) => indicator))
  const enrolled = figures.attendance.reduce((sum, { daysEnrolled }) => sum + daysEnrolled, 0)
  const missed = figures.attendance.reduce((sum, { daysMissed }) => sum + daysMissed, 0)
  const attendance = {
    ...{ missed: format.number(missed, 2), enrolled: format.number(enrolled) },
    share: format.share(enrolled > 0 ? missed / enrolled : null),
  }
  const courses = figures.courses.filter(({ average }) => average !== null)
  const wordOf = (subject: string) =>
    i18n.exists(`subject.${subject}`) ? t(`subject.${subject}` as 'subject.english') : subject
  return [
    ...figures.flags.map(({ reason }) => reason),
    ...(enrolled > 0 && !flagged.has('attendance') ? [t('student.missedOf', attendance)] : []),
    ...(figures.behavior && !flagged.has('behavior')
      ? [t('student.incidents', { count: figures.behavior.incidents })]
      : []),
    ...(flagged.has('course')
      ? []
      : courses.map(
          ({ subject, average }) =>
            `${t('student.averageIn', { subject: wordOf(subject) })}: ${format.number(average!, 1)}`,
        )),
  ]
}
