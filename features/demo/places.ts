import { keyed } from './keyed.ts'

export type School = { sourcedId: string; name: string; grades: readonly string[] }
export type Organization = { name: string; sector: string; partnerLevel?: 'core' | 'community'; about: string }

export const community = { slug: 'riverbend', name: 'Riverbend', timeZone: 'America/Chicago' } as const
export const network = { slug: 'open-prairie', name: 'Open Prairie Network' } as const
export const district = { sourcedId: '0700', name: 'Riverbend Unified' } as const

export const elementaryGrades = ['KG', '01', '02', '03', '04', '05'] as const
export const middleGrades = ['06', '07', '08'] as const
export const highGrades = ['09', '10', '11', '12'] as const

/** Lincoln is where most of the demo takes place. Grades are CEDS codes, as OneRoster 1.1 wants them. */
export const schools = keyed<School>()({
  lincoln: { sourcedId: '0701', name: 'Lincoln Middle School', grades: middleGrades },
  grant: { sourcedId: '0702', name: 'Grant High School', grades: highGrades },
  tubman: { sourcedId: '0703', name: 'Harriet Tubman Elementary', grades: elementaryGrades },
})

export const organizations = keyed<Organization>()({
  riverYouthCenter: {
    name: 'River Youth Center',
    sector: 'mentoring_and_youth_development',
    partnerLevel: 'core',
    about: 'Tutoring and a bike workshop after school, four blocks from Lincoln.',
  },
  northsideMentors: {
    name: 'Northside Mentors',
    sector: 'mentoring_and_youth_development',
    partnerLevel: 'community',
    about: 'Would like to mentor at Lincoln and has signed no agreement yet.',
  },
  riverbendTogether: {
    name: 'Riverbend Together',
    sector: 'community_planning',
    about: 'Brings the partners to one table and keeps the outcomes.',
  },
})

export type SchoolKey = keyof typeof schools
export type OrganizationKey = keyof typeof organizations
