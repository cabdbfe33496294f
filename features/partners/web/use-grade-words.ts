import { useTranslation } from 'react-i18next'

const gradeLevels = ['PK', 'KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const

/** Grades in short, and several of them as people say it: "6–8, 10". */
export function useGradeWords() {
  const { t } = useTranslation()
  const shortGrade = (grade: string) => {
    if (grade === 'PK') return t('grades.shortPreKindergarten')
    if (grade === 'KG') return t('grades.shortKindergarten')
    return grade.replace(/^0+(?=.)/, '')
  }
  const gradeRange = (grades: readonly string[]) =>
    runsOf(grades)
      .map(([first, last]) => (first === last ? shortGrade(first) : `${shortGrade(first)}–${shortGrade(last)}`))
      .join(', ')
  return { gradeLevels, shortGrade, gradeRange }
}

/** First and last of each run of neighboring grades. */
function runsOf(grades: readonly string[]): [first: string, last: string][] {
  const known: readonly string[] = gradeLevels
  const runs: [string, string][] = []
  for (const grade of known.filter((each) => grades.includes(each))) {
    const run = runs.at(-1)
    if (run && known.indexOf(run[1]) + 1 === known.indexOf(grade)) run[1] = grade
    else runs.push([grade, grade])
  }
  return [...runs, ...grades.filter((each) => !known.includes(each)).map((each): [string, string] => [each, each])]
}
