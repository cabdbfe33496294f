import { Type, type Static } from 'typebox'

const dayOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date' })
const timeOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'], pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

/** When a service takes place: a rule, or hours that only a sentence tells. Days and times are the community's. */
export const Schedule = Type.Object({
  rrule: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    maxLength: 500,
    description: 'a repeating rule of RFC 5545 without a first day, e.g. FREQ=WEEKLY;BYDAY=TU,TH',
  }),
  startsAt: timeOrNull,
  endsAt: timeOrNull,
  validFrom: dayOrNull,
  validTo: dayOrNull,
  description: Type.String({ maxLength: 1000 }),
})
export type Schedule = Static<typeof Schedule>
