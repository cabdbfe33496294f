import { useTranslation } from 'react-i18next'
import type { Grade } from '../contract.ts'
import './RecordParts.css'

/** Marks by course in words, for a phone and for print: no chart to read. */
export function GradeList({ grades }: { grades: readonly Grade[] }) {
  const courses = [...new Set(grades.map(({ courseTitle }) => courseTitle))]
  return (
    <dl className="grade-list">
      {courses.map((course) => (
        <div key={course}>
          <dt>{course}</dt>
          <dd>
            <CourseMarks grades={grades.filter(({ courseTitle }) => courseTitle === course)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function CourseMarks({ grades }: { grades: readonly Grade[] }) {
  const { t } = useTranslation()
  const markOf = ({ numericGrade, letterGrade }: Grade) =>
    [numericGrade, letterGrade && numericGrade !== null ? `(${letterGrade})` : letterGrade]
      .filter((part) => part)
      .join(' ')
  return (
    <ul className="plain-list">
      {grades.map((grade) => (
        <li key={`${grade.termTitle} ${grade.gradeType}`}>
          {t(grade.gradeType === 'progress' ? 'record.termSoFar' : 'record.term', { term: grade.termTitle })}{' '}
          <strong>{markOf(grade) || t('grade.none')}</strong>
        </li>
      ))}
    </ul>
  )
}
