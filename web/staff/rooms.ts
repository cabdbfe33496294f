/** Where each role can go. A role that is not listed has one calm page. */
const roomsOf = {
  school: ['today', 'students', 'reviews', 'referrals', 'partners', 'corrections'],
  teacher: ['today', 'students', 'reviews'],
  data_steward: [
    'imports',
    'presets',
    'people',
    'year',
    'identities',
    'corrections',
    'holds',
    'agreements',
    'students',
    'partners',
    'due',
  ],
  partner_worker: ['referrals', 'support', 'sessions', 'participants', 'services', 'agreements', 'due'],
  onlooker: ['aggregates'],
} as const

export type RoomName = (typeof roomsOf)[keyof typeof roomsOf][number]

export const addressOf: Record<RoomName, string> = {
  today: '/app',
  students: '/app/students',
  reviews: '/app/reviews',
  referrals: '/app/referrals',
  partners: '/app/partners',
  services: '/app/services',
  imports: '/app/imports',
  presets: '/app/presets',
  people: '/app/people',
  identities: '/app/identities',
  corrections: '/app/corrections',
  holds: '/app/holds',
  year: '/app/year',
  agreements: '/app/agreements',
  participants: '/app/participants',
  support: '/app/support',
  sessions: '/app/support/sessions',
  due: '/app/due',
  aggregates: '/app',
}

const schoolRoles = new Set(['coordinator', 'principal', 'counselor', 'nurse', 'social_worker'])

export function roomsFor(role: string): readonly RoomName[] {
  if (schoolRoles.has(role)) return roomsOf.school
  if (role === 'teacher' || role === 'data_steward' || role === 'partner_worker') return roomsOf[role]
  return roomsOf.onlooker
}

export const isSchoolStaff = (role: string) => schoolRoles.has(role) || role === 'teacher'
