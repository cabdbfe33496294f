import { useTranslation } from 'react-i18next'
import { ChartFrame } from './ChartFrame.tsx'
import { FactTable } from './FactTable.tsx'
import { heightOf, runs } from './marks.ts'
import './GradeMultiples.css'

export type CourseMarks = { course: string; marks: { term: string; mark: string | number | null }[] }

type Props = {
  finding: string
  courses: readonly CourseMarks[]
  /** A line worth comparing with, such as the mark at which caution starts. */
  line?: { mark: string | number; label: string }
  origin?: React.ReactNode
}

/** One small panel a course, all on one scale. */
export function GradeMultiples({ finding, courses, line, origin }: Props) {
  const { t } = useTranslation()
  const terms = [...new Set(courses.flatMap(({ marks }) => marks.map(({ term }) => term)))]
  const rows = courses.map(({ course, marks }) => ({
    key: course,
    cells: [course, ...terms.map((term) => marks.find((found) => found.term === term)?.mark ?? t('grade.none'))],
  }))
  return (
    <ChartFrame
      finding={finding}
      origin={origin}
      table={<FactTable caption={finding} head={[t('grade.course'), ...terms]} rows={rows} />}
    >
      <ul className="grade-multiples plain-list">
        {courses.map((course) => (
          <li key={course.course}>
            <strong>{course.course}</strong>
            <Panel {...course} line={line} />
          </li>
        ))}
      </ul>
      {line && <p className="small soft grade-line-label">{line.label}</p>}
    </ChartFrame>
  )
}

const width = 180
const yOf = (height: number) => 82 - height * 56

function Panel({ course, marks, line }: CourseMarks & { line: Props['line'] }) {
  const { t } = useTranslation()
  const xOf = (index: number) => ((index + 0.5) * width) / marks.length
  const heights = marks.map(({ mark }) => heightOf(mark))
  const lineHeight = line && heights.some((height) => height !== null) ? heightOf(line.mark) : null
  const spoken = marks.map(({ term, mark }) => `${term}: ${mark ?? t('grade.none')}`).join(', ')
  return (
    <svg viewBox={`0 0 ${width} 112`} role="img" aria-label={`${course}. ${spoken}`}>
      <line className="grade-axis" x1="0" x2={width} y1={yOf(0) + 8} y2={yOf(0) + 8} />
      {lineHeight !== null && (
        <line className="grade-line" x1="0" x2={width} y1={yOf(lineHeight)} y2={yOf(lineHeight)} />
      )}
      {runs(heights).map((run) => (
        <polyline
          key={run[0]}
          className="grade-path"
          points={run.map((index) => `${xOf(index)},${yOf(heights[index] ?? 0)}`).join(' ')}
        />
      ))}
      {marks.map(({ term, mark }, index) => (
        <g key={term} transform={`translate(${xOf(index)} 0)`}>
          {mark === null ? (
            <circle className="grade-none" r="5" cy={yOf(0.12)} />
          ) : (
            <>
              {heights[index] !== null && <circle className="grade-point" r="4" cy={yOf(heights[index] ?? 0)} />}
              <text className="grade-mark" y={yOf(heights[index] ?? 0) - 8}>
                {mark}
              </text>
            </>
          )}
          <text className="grade-term" y="108">
            {term}
          </text>
        </g>
      ))}
    </svg>
  )
}
