/** At a session: there, excused, or absent. */
export const attendances = ['present', 'excused', 'absent'] as const
