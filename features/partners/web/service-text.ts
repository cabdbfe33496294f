import type { NewService } from '../contract.ts'

/** A service as it is typed. */
export type ServiceText = Record<'name' | 'description' | 'grades' | 'schedule' | 'places' | 'needDomain', string>

export const emptyService: ServiceText = {
  name: '',
  description: '',
  grades: '',
  schedule: '',
  places: '',
  needDomain: '',
}

/** What is sent: what was left empty is left out, and the places only where a number was typed. */
export function toNewService({ name, description, grades, schedule, places, needDomain }: ServiceText): NewService {
  const optional = { description: description.trim(), grades: grades.trim(), schedule: schedule.trim() }
  const typed = Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== ''))
  const count = /^\d+$/.test(places.trim()) ? { places: Number(places) } : {}
  return { name: name.trim(), needDomain: needDomain as NewService['needDomain'], ...typed, ...count }
}
