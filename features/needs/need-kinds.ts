/** Where the seven domains of need, how much a need weighs, whence it is known and where it stands are listed once, for contracts and pages. */
export const domains = [
  'academic',
  'social_emotional',
  'health',
  'basic_needs',
  'safety',
  'family',
  'enrichment',
] as const
export type Domain = (typeof domains)[number]

export const severities = ['mild', 'moderate', 'urgent'] as const
export type Severity = (typeof severities)[number]

export const sources = ['flag', 'review', 'teacher', 'family', 'student', 'assessment', 'staff'] as const
export type Source = (typeof sources)[number]
/** Whence somebody at school may say that a need is known; a flag and a review speak for themselves. */
export const saidSources = ['staff', 'teacher', 'family', 'student', 'assessment'] as const

export const statuses = ['proposed', 'open', 'being_met', 'met', 'not_needed', 'in_error'] as const
export type Status = (typeof statuses)[number]

const living: readonly Status[] = ['proposed', 'open', 'being_met']
/** Whether the need still waits for something. */
export const isLiving = (status: Status) => living.includes(status)

/** What a flag speaks of; the person who takes it up decides. Missing school has as many reasons as there are domains. */
export const domainOfFlag: Record<string, Domain> = {
  attendance: 'academic',
  behavior: 'social_emotional',
  course: 'academic',
}
