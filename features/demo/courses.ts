export const subjects = ['english', 'mathematics', 'science', 'socialScience', 'other'] as const
export type Subject = (typeof subjects)[number]

export type Course = { sourcedId: string; title: string; subject: Subject; grade: string }

export const subjectTitles: Record<Subject, string> = {
  english: 'English Language Arts',
  mathematics: 'Mathematics',
  science: 'Science',
  socialScience: 'Social Studies',
  other: 'Physical Education',
}

const highSchoolTitles: Record<string, readonly string[]> = {
  '09': ['English 9', 'Algebra I', 'Biology', 'World Geography', 'Physical Education'],
  '10': ['English 10', 'Geometry', 'Chemistry', 'World History', 'Visual Arts'],
  '11': ['English 11', 'Algebra II', 'Physics', 'United States History', 'Concert Band'],
  '12': ['English 12', 'Statistics', 'Environmental Science', 'Government and Economics', 'Career Seminar'],
}

const spoken = (grade: string) => (grade === 'KG' ? 'K' : String(Number(grade)))

/** The five courses that every student of a grade takes, in the order of `subjects`. */
export const coursesOf = (grade: string): Course[] =>
  subjects.map((subject, i) => ({
    sourcedId: `crs-${grade}-${subject}`,
    title: highSchoolTitles[grade]?.[i] ?? `${subjectTitles[subject]} ${spoken(grade)}`,
    subject,
    grade,
  }))

export const homeroomOf = (grade: string) => ({ sourcedId: `crs-${grade}-homeroom`, title: 'Homeroom', grade })
