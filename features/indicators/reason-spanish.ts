import { dayIn, type Cause, type Numbers, type Words } from './reason.ts'
import type { Level, Subject } from './preset-rules.ts'

const subjects: Record<Subject, string> = {
  english: 'inglés',
  mathematics: 'matemáticas',
  science: 'ciencias',
  social_science: 'ciencias sociales',
  other: 'otras materias',
}
const levels: Record<Level, string> = { caution: 'la alerta', concern: 'la preocupación' }
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

function measured(cause: Cause, period: string, { plain, percent }: Numbers): string {
  const subject = cause.subject ? subjects[cause.subject] : ''
  switch (cause.rule) {
    case 'missed_at_least':
    case 'missed_more_than':
      return `faltó ${plain(cause.daysMissed!)} de ${plain(cause.daysEnrolled!)} días ${period} (${percent(cause)}%)`
    case 'incidents_at_least':
      return `${count(cause.incidents!, 'incidente', 'incidentes')} ${period}`
    case 'state_offenses_at_least':
      return `${count(cause.stateOffenses!, 'incidente', 'incidentes')} que se informan al estado ${period}`
    case 'suspension_days_at_least':
      return `suspensión de ${plain(cause.suspensionDays!)} ${cause.suspensionDays === 1 ? 'día' : 'días'} ${period}`
    case 'average_below':
      return `promedio de ${plain(cause.average!)} en ${subject} ${period}`
    case 'failed_at_least':
      return `calificación reprobatoria en ${cause.failures} de ${count(cause.courses!, 'curso', 'cursos')}${subject && ` de ${subject}`} ${period}`
    case 'grade_points_below':
      return `promedio general de ${plain(cause.gradePointAverage!)} en ${count(cause.courses!, 'curso', 'cursos')} ${period}`
    case 'semester_failures_at_least':
      return `${count(cause.semesterFailures!, 'calificación final', 'calificaciones finales')} de F en materias básicas ${period}`
    case 'credits_below_at_year_end':
      return `${plain(cause.creditsEarned!)} créditos obtenidos ${period}`
    case 'unsatisfactory_mark':
      return `calificación de conducta insatisfactoria ${period}`
  }
}

function start({ rule, value }: Cause, { plain }: Numbers): string {
  switch (rule) {
    case 'missed_at_least':
      return `en ${plain(value)}%`
    case 'missed_more_than':
      return `por encima de ${plain(value)}%`
    case 'average_below':
    case 'grade_points_below':
    case 'credits_below_at_year_end':
      return `por debajo de ${plain(value)}`
    default:
      return `en ${plain(value)}`
  }
}

export const spanish: Words = {
  locale: 'es-US',
  since: (from) => `desde el ${dayIn('es-US', from, false)}`,
  between: (from, to) => `del ${dayIn('es-US', from, true)} al ${dayIn('es-US', to, true)}`,
  measured,
  cut: (cause, level, numbers) => `${levels[level]} empieza ${start(cause, numbers)}`,
  also: '; además, ',
}
