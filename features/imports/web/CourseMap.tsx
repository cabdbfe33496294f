import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { SubmitForm } from '#web/ui/SubmitForm.tsx'
import type { CourseSubject } from '../rules/contract.ts'
import { courseSubjectsQuery, useSetCourseSubjects } from './rule-queries.ts'

const subjects = ['english', 'mathematics', 'science', 'social_science', 'other'] as const

/** Which subject each course counts as: proposed from its title, confirmed by the steward. */
export function CourseMap() {
  const { t } = useTranslation()
  const { path } = useCommunity()
  const { data } = useQuery(courseSubjectsQuery(path))
  if (!data) return null
  return (
    <details className="import-part">
      <summary>{t('courseMap.title')}</summary>
      <p>{data.length === 0 ? t('courseMap.none') : t('courseMap.text')}</p>
      {data.length > 0 && <Courses courses={data} />}
    </details>
  )
}

function Courses({ courses }: { courses: readonly CourseSubject[] }) {
  const { t } = useTranslation()
  const titleId = useId()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const save = useSetCourseSubjects(() => {
    setChosen({})
    announce(t('courseMap.saved'))
  })
  const subjectOf = (course: CourseSubject) => chosen[course.courseTitle] ?? course.subject
  const changed = courses.filter((each) => !each.isConfirmed || subjectOf(each) !== each.subject)
  const submit = () =>
    save.mutate({ subjects: changed.map((each) => ({ courseTitle: each.courseTitle, subject: subjectOf(each) })) })
  return (
    <SubmitForm
      label={t('courseMap.title')}
      submit={t('courseMap.save')}
      waiting={save.isPending}
      problem={save.error}
      onSubmit={submit}
    >
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className="import-counts" role="region" aria-labelledby={titleId} tabIndex={0}>
        <table>
          <caption id={titleId} className="only-read-aloud">
            {t('courseMap.title')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('courseMap.course')}</th>
              <th scope="col">{t('courseMap.subject')}</th>
            </tr>
          </thead>
          <tbody>
            {courses.map((course) => (
              <tr key={course.courseTitle}>
                <th scope="row">
                  {course.courseTitle}
                  <div className="small soft">{t('courseMap.students', { count: course.students })}</div>
                </th>
                <td>
                  <select
                    aria-label={t('courseMap.subjectOf', { course: course.courseTitle })}
                    value={subjectOf(course)}
                    onChange={({ target }) => setChosen({ ...chosen, [course.courseTitle]: target.value })}
                  >
                    {subjects.map((each) => (
                      <option key={each} value={each}>
                        {t(`subject.${each}`)}
                      </option>
                    ))}
                  </select>
                  <div className="small soft">
                    {t(course.isConfirmed ? 'courseMap.confirmed' : 'courseMap.proposed')}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SubmitForm>
  )
}
