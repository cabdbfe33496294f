import { useTranslation } from 'react-i18next'
import type { StudentRecord } from '#features/students/contract.ts'
import { CollegeChecklist, type CollegeStep } from '#web/charts/CollegeChecklist.tsx'
import { isInHighSchool, stepsByGrade, stepTaken, type StepName } from './college-steps.ts'
import { holds } from './StudentSheet.tsx'
import { useGrade } from '#features/students/web/use-grade.ts'

/** For high-school students: the steps to college, by the year in which they are usual. */
export function CollegePart({ record }: { record: StudentRecord }) {
  const { t } = useTranslation()
  const gradeWord = useGrade()
  if (!holds(record, 'college_access') || !isInHighSchool(record.student?.gradeLevel)) return null
  const stepOf = (step: StepName): CollegeStep => {
    const taken = stepTaken(record.collegeAccess, step)
    const id = `college-${step}`
    const label = t(`collegeStep.${step}`)
    if (taken === null) return { id, label, state: 'unknown' }
    return {
      id,
      label,
      state: 'done',
      on: taken.on,
      ...(taken.times > 1 && { detail: t('student.times', { count: taken.times }) }),
    }
  }
  const years = Object.entries(stepsByGrade).map(([grade, steps]) => ({
    year: gradeWord(grade),
    steps: steps.map(stepOf),
  }))
  const done = years.flatMap(({ steps }) => steps).filter(({ state }) => state === 'done').length
  return (
    <section className="card" aria-label={t('student.college')}>
      <CollegeChecklist finding={t('student.collegeSteps', { count: done })} years={years} />
    </section>
  )
}
