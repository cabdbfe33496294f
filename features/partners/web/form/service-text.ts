import type { Service } from '../../contract.ts'
import type { NewService } from '../../services/contract.ts'
import type { Schedule } from '../../services/schedule-contract.ts'
import { type Weekday, weekdaysOf } from '../hours-text.ts'

type Answer = '' | 'yes' | 'no'

/** Hours as they are chosen. A rule that is not weekly is kept as it came. */
export type HoursText = Omit<Schedule, 'rrule'> & { days: Weekday[]; otherRule: string | null }
export type PlaceText = Record<'name' | 'address1' | 'city' | 'region' | 'postalCode', string> & { id?: string }

/** A service as it is typed. */
export type ServiceText = Record<TypedKey, string> & {
  needDomains: string[]
  gradeLevels: string[]
  languages: string[]
  schoolIds: string[]
  isInSchoolTime: Answer
  isAccepting: Answer
  isConfidential: boolean
  isPublic: boolean
  takesReferrals: boolean
  hours: HoursText[]
  places: PlaceText[]
}
type TypedKey =
  | 'name'
  | 'description'
  | 'programName'
  | 'eligibility'
  | 'minAge'
  | 'maxAge'
  | 'capacity'
  | 'cost'
  | 'costNote'
  | 'documents'
  | 'application'
  | 'evidenceTier'
  | 'evidenceCitation'
  | 'contactName'
  | 'url'
  | 'email'
  | 'phone'
  | 'status'

export const emptyHours: HoursText = {
  days: [],
  otherRule: null,
  startsAt: null,
  endsAt: null,
  validFrom: null,
  validTo: null,
  description: '',
}
export const emptyPlace: PlaceText = { name: '', address1: '', city: '', region: '', postalCode: '' }

const nothing: Partial<Service> = { needDomains: [], languages: ['en'], schoolIds: [], schedules: [], locations: [] }
const starts: Partial<Service> = { ...nothing, cost: 'unknown', status: 'active', isPublic: true, takesReferrals: true }
const answer = (value: boolean | null | undefined): Answer => (value === true ? 'yes' : value === false ? 'no' : '')
const typed = (value: string | number | null | undefined) => String(value ?? '')

/** What is listed now, to be changed; without a service, the empty form. */
export function textOf(service: Partial<Service> = starts): ServiceText {
  const { gradeLevels, documents, schedules = [], locations = [] } = service
  return {
    ...typedTexts(service),
    needDomains: service.needDomains ?? [],
    gradeLevels: gradeLevels ?? [],
    languages: service.languages ?? [],
    schoolIds: service.schoolIds ?? [],
    documents: documents?.join('\n') ?? '',
    isInSchoolTime: answer(service.isInSchoolTime),
    isAccepting: answer(service.isAccepting),
    isConfidential: service.isConfidential ?? false,
    isPublic: service.isPublic ?? true,
    takesReferrals: service.takesReferrals ?? true,
    hours: schedules.map(hoursOf),
    places: locations.map(({ id, name, address1, city, region, postalCode }) => ({
      id,
      name,
      address1,
      city,
      region,
      postalCode,
    })),
  }
}

const typedKeys = [
  'name',
  'description',
  'programName',
  'eligibility',
  'minAge',
  'maxAge',
  'capacity',
  'cost',
  'costNote',
  'application',
  'evidenceTier',
  'evidenceCitation',
  'contactName',
  'url',
  'email',
  'phone',
  'status',
] as const
const typedTexts = (service: Partial<Service>) =>
  Object.fromEntries(typedKeys.map((key) => [key, typed(service[key])])) as Record<(typeof typedKeys)[number], string>

function hoursOf({ rrule, ...rest }: Schedule): HoursText {
  const days = weekdaysOf(rrule)
  return { ...rest, days: days ?? [], otherRule: days ? null : rrule }
}

const numberIn = (text: string) => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')))
const saidYes = (said: Answer) => (said === '' ? null : said === 'yes')
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const isEmptyHours = (hours: HoursText) => hours.days.length === 0 && !hours.otherRule && !hours.description.trim()

/** What is sent: the whole listing as it stands in the form. */
export function toNewService(text: ServiceText): NewService {
  const { hours, places, documents, capacity, minAge, maxAge, evidenceTier, isInSchoolTime, isAccepting, ...said } =
    text
  return {
    ...said,
    name: text.name.trim(),
    programName: text.programName.trim() || null,
    needDomains: text.needDomains as NewService['needDomains'],
    cost: text.cost as NonNullable<NewService['cost']>,
    status: text.status as NonNullable<NewService['status']>,
    gradeLevels: text.gradeLevels.length ? text.gradeLevels : null,
    minAge: numberIn(minAge),
    maxAge: numberIn(maxAge),
    capacity: numberIn(capacity),
    documents: linesOf(documents),
    evidenceTier: numberIn(evidenceTier),
    isInSchoolTime: saidYes(isInSchoolTime),
    isAccepting: saidYes(isAccepting),
    schedules: hours.filter((each) => !isEmptyHours(each)).map(scheduleOf),
    locations: places.filter(({ name }) => name.trim()).map((place) => (place.id ? { id: place.id } : place)),
  }
}

const scheduleOf = ({ days, otherRule, ...rest }: HoursText): Schedule => ({
  ...rest,
  rrule: days.length ? `FREQ=WEEKLY;BYDAY=${days.join(',')}` : otherRule,
})

export type Lack = 'name' | 'needDomains' | 'capacity' | 'ages' | 'citation'
const isCount = (text: string) => /^\d*$/.test(text.trim())
const isAge = (text: string) => /^\d{0,3}([.,]\d+)?$/.test(text.trim())

/** What keeps the form from being sent, in the order of the page. */
export function lacksOf(text: ServiceText): Lack[] {
  const [min, max] = [numberIn(text.minAge), numberIn(text.maxAge)]
  const crossed = min !== null && max !== null && min > max
  const lacks: Record<Lack, boolean> = {
    name: !text.name.trim(),
    needDomains: text.needDomains.length === 0,
    ages: !isAge(text.minAge) || !isAge(text.maxAge) || crossed,
    capacity: !isCount(text.capacity),
    citation: text.evidenceTier !== '' && !text.evidenceCitation.trim(),
  }
  return (Object.keys(lacks) as Lack[]).filter((key) => lacks[key])
}
