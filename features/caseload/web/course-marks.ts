import type { Grade } from '#features/students/contract.ts'
import type { CourseMarks } from '#web/charts/GradeMultiples.tsx'

const rank: Record<string, number> = { grading_period: 2, progress: 1 }

/** One mark a course and grading period, the finished one before the one in progress; final marks only where there are no others. */
export function courseMarks(grades: readonly Grade[]): CourseMarks[] {
  const courses = [...new Set(grades.map(({ courseTitle }) => courseTitle))].sort()
  return courses.map((course) => {
    const all = grades.filter(({ courseTitle }) => courseTitle === course)
    const inPeriods = all.filter(({ gradeType }) => gradeType in rank)
    const chosen = inPeriods.length > 0 ? inPeriods : all
    const byTerm = new Map<string, Grade>()
    for (const grade of [...chosen].sort((one, other) => one.termEndsOn.localeCompare(other.termEndsOn))) {
      const known = byTerm.get(grade.termTitle)
      if (!known || (rank[grade.gradeType] ?? 0) >= (rank[known.gradeType] ?? 0)) byTerm.set(grade.termTitle, grade)
    }
    return {
      course,
      marks: [...byTerm.values()].map(({ termTitle, numericGrade, letterGrade }) => ({
        term: termTitle,
        mark: numericGrade ?? letterGrade,
      })),
    }
  })
}
