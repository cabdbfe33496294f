import { coursesOf, homeroomOf, subjects, type Subject } from './courses.ts'
import { heritages } from './names.ts'
import { people } from './people.ts'
import { schools, type School } from './places.ts'
import { randomFor } from './random.ts'
import type { Stay } from './stays.ts'
import type { Student } from './student.ts'

export type Teacher = { sourcedId: string; given: string; family: string; email: string; school: School }
export type Class = {
  sourcedId: string
  title: string
  courseId: string
  /** Without one it is a homeroom. */
  subject?: Subject
  teacher: Teacher
}

/** The students of a grade who share a homeroom and all their courses. */
export type Section = { school: School; grade: string; number: number; members: Member[]; classes: Class[] }
export type Member = { student: Student; stay: Stay }

const largest = 26

const grace: Teacher = {
  sourcedId: people.grace.sourcedId!,
  ...people.grace.name,
  email: people.grace.email!,
  school: schools.lincoln,
}

const teacherFor = (school: School, post: string, seed: number): Teacher => {
  const random = randomFor(seed, 'teacher', school.sourcedId, post)
  const heritage = random.pickWeighted(heritages.map((each) => [each, each.weight] as const))
  const sourcedId = `t${school.sourcedId}-${post}`
  const given = random.pick(random.chance(0.7) ? heritage.female : heritage.male)
  return { sourcedId, given, family: random.pick(heritage.family), email: `${sourcedId}@riverbend.example`, school }
}

/** In elementary school one teacher has a section for nearly everything; above, a teacher has a subject in five sections. */
const postOf = (section: Section, subject: Subject) => {
  if (section.grade === 'KG' || section.grade < '06')
    return subject === 'other' ? 'other' : `${section.grade}-${section.number}`
  return `${subject}-${section.grade}-${Math.ceil(section.number / 5)}`
}

const isGraces = ({ school, grade, number }: Section, subject: Subject) =>
  school === schools.lincoln && grade === '07' && number === 1 && subject === 'mathematics'

const classesOf = (section: Section, teacherAt: (post: string) => Teacher): Class[] => {
  const stem = `c${section.school.sourcedId}-${section.grade}-${section.number}`
  const taught = coursesOf(section.grade).map((course) => ({
    sourcedId: `${stem}-${course.subject}`,
    title: `${course.title}, section ${section.number}`,
    courseId: course.sourcedId,
    subject: course.subject,
    teacher: isGraces(section, course.subject) ? grace : teacherAt(postOf(section, course.subject)),
  }))
  const { sourcedId, title } = homeroomOf(section.grade)
  const teacher = teacherAt(postOf(section, subjects[(section.number - 1) % 4]!))
  return [
    {
      sourcedId: `${stem}-homeroom`,
      title: `${title} ${section.grade}-${section.number}`,
      courseId: sourcedId,
      teacher,
    },
    ...taught,
  ]
}

const grouped = (students: readonly Student[]) => {
  const groups = new Map<string, Member[]>()
  for (const student of students)
    for (const stay of student.stays) {
      const key = `${stay.school.sourcedId} ${stay.grade}`
      const group = groups.get(key) ?? []
      group.push({ student, stay })
      groups.set(key, group)
    }
  return [...groups.values()]
}

const divided = (members: Member[]): Section[] => {
  const { school, grade } = members[0]!.stay
  const count = Math.ceil(members.length / largest)
  const size = Math.ceil(members.length / count)
  return Array.from({ length: count }, (_, i) => {
    const own = members.slice(i * size, (i + 1) * size)
    return { school, grade, number: i + 1, members: own, classes: [] }
  })
}

/** Puts every stay into a section of its school and grade. The cast comes first and so shares section 1. */
export const sectionsOf = (students: readonly Student[], seed: number): Section[] => {
  const teachers = new Map<string, Teacher>()
  const teacherAt = (school: School) => (post: string) => {
    const key = `${school.sourcedId} ${post}`
    return teachers.get(key) ?? teachers.set(key, teacherFor(school, post, seed)).get(key)!
  }
  const sections = grouped(students).flatMap(divided)
  for (const section of sections) section.classes = classesOf(section, teacherAt(section.school))
  return sections
}
