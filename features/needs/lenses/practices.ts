import type { Domain } from '../need-kinds.ts'

/** How the What Works Clearinghouse rates the evidence behind a recommendation of a practice guide. */
export type Rating = 'strong' | 'moderate' | 'minimal'

type Guide = { authors: string; year: number; title: string; number: string }
export type Practice = {
  key: PracticeKey
  domain: Domain
  rating: Rating
  guide: Guide
  /** The first and the last grade that the guide is about (kindergarten is 0), where it is not about all. */
  grades?: readonly [number, number]
}
export type PracticeKey =
  | 'mathematics'
  | 'reading'
  | 'offTrack'
  | 'afterSchool'
  | 'newSkills'
  | 'families'
  | 'futures'
  | 'collegeSteps'
  | 'engaging'

const guides = {
  mathematics: {
    ...{ authors: 'Fuchs et al.', year: 2021, number: 'WWC 2021006' },
    title: 'Assisting Students Struggling with Mathematics: Intervention in the Elementary Grades',
  },
  reading: {
    ...{ authors: 'Vaughn et al.', year: 2022, number: 'WWC 2022007' },
    title: 'Providing Reading Interventions for Students in Grades 4–9',
  },
  dropout: {
    ...{ authors: 'Rumberger et al.', year: 2017, number: 'NCEE 2017-4028' },
    title: 'Preventing Dropout in Secondary Schools',
  },
  behavior: {
    ...{ authors: 'Epstein et al.', year: 2008, number: 'NCEE 2008-012' },
    title: 'Reducing Behavior Problems in the Elementary School Classroom',
  },
  afterSchool: {
    ...{ authors: 'Beckett et al.', year: 2009, number: 'NCEE 2009-012' },
    title: 'Structuring Out-of-School Time to Improve Academic Achievement',
  },
  college: {
    ...{ authors: 'Tierney et al.', year: 2009, number: 'NCEE 2009-4066' },
    title: 'Helping Students Navigate the Path to College: What High Schools Can Do',
  },
} satisfies Record<string, Guide>

/**
 * Recommendations of federal practice guides (Institute of Education Sciences, What Works Clearinghouse), with the guide's own rating. For
 * health, basic needs and safety there is no such guide that we could cite, and so nothing.
 */
export const practices: readonly Practice[] = [
  { key: 'mathematics', domain: 'academic', rating: 'strong', guide: guides.mathematics, grades: [0, 6] },
  { key: 'reading', domain: 'academic', rating: 'strong', guide: guides.reading, grades: [4, 9] },
  { key: 'offTrack', domain: 'academic', rating: 'moderate', guide: guides.dropout, grades: [6, 12] },
  { key: 'afterSchool', domain: 'academic', rating: 'moderate', guide: guides.afterSchool },
  { key: 'collegeSteps', domain: 'academic', rating: 'moderate', guide: guides.college, grades: [9, 12] },
  { key: 'newSkills', domain: 'social_emotional', rating: 'strong', guide: guides.behavior, grades: [0, 5] },
  { key: 'families', domain: 'family', rating: 'moderate', guide: guides.behavior, grades: [0, 5] },
  { key: 'futures', domain: 'enrichment', rating: 'strong', guide: guides.dropout, grades: [6, 12] },
  { key: 'engaging', domain: 'enrichment', rating: 'minimal', guide: guides.afterSchool },
]

/** The ESSA tier that a guide's rating stands for (34 CFR 77.1): strong is 1, moderate 2; less is a rationale, 4. */
export const tierOf = (rating: Rating): 1 | 2 | 4 => (({ strong: 1, moderate: 2, minimal: 4 }) as const)[rating]

const numberOf = (gradeLevel: string | null) =>
  gradeLevel === 'KG' || gradeLevel === 'PK' || gradeLevel === 'TK' ? 0 : Number(gradeLevel ?? NaN)

/** What research says for needs of this domain and a student of this grade, the best supported first; of an unknown grade, for all grades. */
export function practicesFor(domain: Domain, gradeLevel: string | null = null): Practice[] {
  const grade = numberOf(gradeLevel)
  return practices
    .filter((practice) => practice.domain === domain)
    .filter(({ grades }) => !grades || Number.isNaN(grade) || (grades[0] <= grade && grade <= grades[1]))
    .sort((a, b) => tierOf(a.rating) - tierOf(b.rating))
}

/** "K–6". */
export const gradesOf = ([first, last]: readonly [number, number]): string => `${first === 0 ? 'K' : first}–${last}`

/** "Fuchs et al. (2021). Assisting Students … What Works Clearinghouse, WWC 2021006." */
export const citationOf = ({ guide: { authors, year, title, number } }: Practice): string =>
  `${authors} (${year}). ${title}. What Works Clearinghouse, ${number}.`
