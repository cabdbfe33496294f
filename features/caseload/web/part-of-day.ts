export type PartOfDay = 'morning' | 'afternoon' | 'evening'

/** How people greet each other in the community at this moment, whatever the clock of the machine says. */
export function partOfDay(moment: Date, timeZone: string): PartOfDay {
  const hour = Number(new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(moment))
  if (hour < 4) return 'evening'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}
