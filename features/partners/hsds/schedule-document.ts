import type { PublicService } from '../finder/contract.ts'
import type { HsdsService } from './contract.ts'

type Schedule = NonNullable<HsdsService['schedules']>[number]
const counted = new Set(['interval', 'count'])
const known = new Set(['freq', 'interval', 'byday', 'bymonthday', 'count', 'until', 'wkst'])

/** A rule as the fields of HSDS, whose FREQ is weekly or monthly; any other rule is told as its description. */
export function scheduleOf(service: string, { id, rrule, ...rest }: PublicService['schedules'][number]): Schedule {
  const rule = rrule === null ? {} : fieldsOf(rrule)
  const said = {
    valid_from: rest.validFrom,
    valid_to: rest.validTo,
    opens_at: rest.startsAt,
    closes_at: rest.endsAt,
    description: [rule ? '' : rrule, rest.description].filter(Boolean).join(' · '),
  }
  return {
    id,
    service_id: service,
    ...rule,
    ...(Object.fromEntries(Object.entries(said).filter(([, each]) => each)) as Partial<Schedule>),
  }
}

function fieldsOf(rrule: string): Partial<Schedule> | undefined {
  const parts = rrule
    .replace(/^RRULE:/, '')
    .split(';')
    .map((part) => part.split('='))
  const fields = Object.fromEntries(
    parts.map(([name = '', value = '']) => [
      name.toLowerCase(),
      counted.has(name.toLowerCase()) ? Number(value) : value,
    ]),
  )
  const isHsds =
    ['WEEKLY', 'MONTHLY'].includes(String(fields.freq)) && Object.keys(fields).every((name) => known.has(name))
  return isHsds ? fields : undefined
}
