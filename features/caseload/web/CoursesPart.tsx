import { useTranslation } from 'react-i18next'
import { WrongButton } from '#features/students/web/corrections/WrongButton.tsx'
import { GradeMultiples } from '#web/charts/GradeMultiples.tsx'
import { useFormat } from '#web/format.ts'
import { EmptyPlace } from '#web/ui/EmptyPlace.tsx'
import { Origin } from '#web/ui/Origin.tsx'
import { useCommunity } from '#web/staff/use-community.ts'
import type { Figures } from '../contract.ts'
import type { FiguresProps } from './AttendancePart.tsx'
import { courseMarks } from './course-marks.ts'
import { holds } from './StudentSheet.tsx'
import { useOrigin } from './use-origin.ts'

/** The subjects that presets look at; the others stand in the chart. */
const looked = new Set(['english', 'mathematics'])

export function CoursesPart({ record, figures }: FiguresProps) {
  const { t } = useTranslation()
  const origin = useOrigin()
  const finding = useCoursesFinding()
  const subjectWord = useSubjectWord()
  if (!holds(record, 'grades')) return null
  const courses = courseMarks(record.grades)
  const subjects = (figures.data?.courses ?? []).filter(({ subject }) => looked.has(subject))
  return (
    <section className="card wide-part" aria-label={t('student.courses')}>
      {courses.length === 0 ? (
        <EmptyPlace title={t('student.coursesLater')}>{t('student.coursesLaterText')}</EmptyPlace>
      ) : (
        <GradeMultiples
          finding={finding(subjects)}
          courses={courses}
          origin={subjects
            .filter(({ average }) => average !== null)
            .map((row) => (
              <Origin
                key={row.subject}
                of={t('student.averageIn', { subject: subjectWord(row.subject) })}
                facts={origin(t('definition.course'), row.origin, row.courses)}
              />
            ))}
        />
      )}
      {courses.length > 0 && <WrongButton student={record.studentId} fact="grade" />}
    </section>
  )
}

function useSubjectWord() {
  const { t, i18n } = useTranslation()
  return (subject: string) =>
    i18n.exists(`subject.${subject}`) ? t(`subject.${subject}` as 'subject.english') : subject
}

function useCoursesFinding() {
  const { t } = useTranslation()
  const format = useFormat()
  const subjectWord = useSubjectWord()
  const { locale } = useCommunity()
  return (subjects: Figures['courses']): string => {
    const averages = subjects
      .filter(({ average }) => average !== null)
      .map(({ subject, average }) => `${subjectWord(subject)} ${format.number(average!, 1)}`)
    if (averages.length === 0) return t('student.coursesByTerm')
    return t('student.coursesAverage', { list: new Intl.ListFormat(locale).format(averages) })
  }
}
