import type { PublicService } from '../finder/contract.ts'
import { attributesOf } from './attributes.ts'
import type { HsdsService } from './contract.ts'
import { scheduleOf } from './schedule-document.ts'
import { stableId } from './stable-id.ts'

const isAddress = (url: string) => URL.canParse(url) && /^https?:/.test(url)
const isMail = (email: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
const phones = (id: string, number: string) =>
  number ? { phones: [{ id: stableId(id, 'phone', number), number }] } : {}
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })
const nameOf = (code: string) => (/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(code) ? (names.of(code) ?? code) : code)

/** A service in the words of HSDS 3.0. What nobody said is left out; nothing is made up. */
export const documentOf = (service: PublicService): HsdsService => ({
  id: service.id,
  organization_id: service.organization.id,
  name: service.name,
  status: service.status.replace('_', ' '),
  last_modified: new Date(service.changedAt).toISOString(),
  ...saidOf(service),
  organization: organizationOf(service.organization),
  ...programOf(service),
  ...phones(service.id, service.phone),
  ...partsOf(service),
})

function saidOf(service: PublicService) {
  const said = {
    description: service.description,
    url: isAddress(service.url) ? service.url : '',
    email: isMail(service.email) ? service.email : '',
    application_process: service.application,
    fees_description: service.costNote,
    eligibility_description: service.eligibility,
    assured_date: service.lastConfirmedAt?.slice(0, 10) ?? '',
    alert: service.isAccepting === false ? 'The organization takes nobody new at the moment.' : '',
  }
  return {
    ...(Object.fromEntries(Object.entries(said).filter(([, each]) => each)) as Partial<typeof said>),
    ...(service.minAge !== null && { minimum_age: service.minAge }),
    ...(service.maxAge !== null && { maximum_age: service.maxAge }),
  }
}

const organizationOf = ({ id, name, description, email, website, phone }: PublicService['organization']) => ({
  id,
  name,
  description: description || name,
  ...(isMail(email) && { email }),
  ...(isAddress(website) && { website }),
  ...phones(id, phone),
})

const programOf = ({ program, organization }: PublicService) =>
  program && {
    program_id: program.id,
    program: { ...program, organization_id: organization.id, description: program.description || program.name },
  }

function partsOf(service: PublicService) {
  const { id } = service
  const parts = {
    contacts: service.contactName
      ? [{ id: stableId(id, 'contact', service.contactName), name: service.contactName }]
      : [],
    schedules: service.schedules.map((schedule) => scheduleOf(id, schedule)),
    service_at_locations: service.locations.map((location) => ({
      id: stableId(id, 'at', location.id),
      service_id: id,
      location_id: location.id,
      location: locationOf(location),
    })),
    languages: service.languages.map((code) => ({
      id: stableId(id, 'language', code),
      service_id: id,
      name: nameOf(code),
      code,
    })),
    cost_options:
      service.cost === 'unknown'
        ? []
        : [
            {
              id: stableId(id, 'cost'),
              service_id: id,
              option: service.cost,
              ...(service.costNote && { amount_description: service.costNote }),
            },
          ],
    required_documents: service.documents.map((document) => ({
      id: stableId(id, 'document', document),
      service_id: id,
      document,
    })),
    attributes: attributesOf(service),
  }
  return Object.fromEntries(Object.entries(parts).filter(([, each]) => each.length)) as Partial<typeof parts>
}

/** An address of HSDS is whole or absent: one without a street or a ZIP code would be a made-up one. */
function locationOf(place: PublicService['locations'][number]) {
  const { id, name, latitude, longitude, address1, address2, city, region, postalCode, country } = place
  const address = {
    id: stableId(id, 'address'),
    location_id: id,
    address_1: address1,
    ...(address2 && { address_2: address2 }),
    city,
    state_province: region,
    postal_code: postalCode,
    country,
    address_type: 'physical',
  }
  return {
    id,
    location_type: 'physical',
    name,
    ...(latitude !== null && longitude !== null && { latitude, longitude }),
    ...(address1 && city && region && postalCode && { addresses: [address] }),
  }
}
