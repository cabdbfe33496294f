import type { NewService } from '../services/contract.ts'

/** A service as it is typed. */
export type ServiceText = Record<
  'name' | 'description' | 'eligibility' | 'schedule' | 'capacity' | 'needDomain',
  string
>

export const emptyService: ServiceText = {
  name: '',
  description: '',
  eligibility: '',
  schedule: '',
  capacity: '',
  needDomain: '',
}

/** What is sent: what was left empty is left out, and the places only where a number was typed. */
export function toNewService(text: ServiceText): NewService {
  const optional = { description: text.description.trim(), eligibility: text.eligibility.trim() }
  const typed = Object.fromEntries(Object.entries(optional).filter(([, each]) => each !== ''))
  const count = /^\d+$/.test(text.capacity.trim()) ? { capacity: Number(text.capacity) } : {}
  const hours = { rrule: null, startsAt: null, endsAt: null, validFrom: null, validTo: null }
  return {
    name: text.name.trim(),
    needDomains: [text.needDomain as NewService['needDomains'][number]],
    ...typed,
    ...count,
    ...(text.schedule.trim() && { schedules: [{ ...hours, description: text.schedule.trim() }] }),
  }
}
