import { sql } from '#platform/database.ts'
import type { Organization, OrganizationChange, OrganizationText } from './contract.ts'
import { rowOf } from './row-of.ts'
import type { NewService, SchoolName, ServiceChange } from './services/contract.ts'

export const listOrganizations = () => sql<Organization>`
  select o.id, o.version, o.name, o.sector, o.status, o.partner_level as "partnerLevel", o.description, o.website, o.email, o.phone,
    o.school_id as "schoolId", o.district_id as "districtId", o.id is not distinct from (select access.organization()) as "isOwn", coalesce((
    select jsonb_agg(jsonb_build_object('id', s.id, 'organizationId', s.organization_id, 'version', s.version, 'name', s.name,
      'description', s.description, 'programName', p.name, 'needDomains', s.need_domains, 'eligibility', s.eligibility,
      'gradeLevels', s.grade_levels, 'minAge', s.min_age, 'maxAge', s.max_age, 'languages', s.languages, 'capacity', s.capacity,
      'isInSchoolTime', s.is_in_school_time, 'cost', s.cost, 'costNote', s.cost_note, 'documents', s.documents,
      'application', s.application, 'evidenceTier', s.evidence_tier, 'evidenceCitation', s.evidence_citation)
    || jsonb_build_object('isConfidential', s.is_confidential, 'isPublic', s.is_public, 'takesReferrals', s.takes_referrals,
      'isAccepting', s.is_accepting, 'status', s.status, 'contactName', s.contact_name, 'url', s.url, 'email', s.email, 'phone', s.phone,
      'lastConfirmedAt', s.last_confirmed_at, 'lastConfirmedBy', (select concat_ws(' ', c.given_name, c.family_name) from person c
        where c.community_id = s.community_id and c.id = s.last_confirmed_by),
      'schedules', coalesce((select jsonb_agg(jsonb_build_object('rrule', h.rrule, 'startsAt', to_char(h.starts_at, 'HH24:MI'),
        'endsAt', to_char(h.ends_at, 'HH24:MI'), 'validFrom', h.valid_from, 'validTo', h.valid_to, 'description', h.description) order by h.sort_order, h.id)
        from service_schedule h where h.community_id = s.community_id and h.service_id = s.id), '[]'),
      'schoolIds', coalesce((select jsonb_agg(c.school_id order by c.school_id) from service_school c
        where c.community_id = s.community_id and c.service_id = s.id), '[]'),
      'locations', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', l.name, 'address1', l.address_1, 'address2', l.address_2,
        'city', l.city, 'region', l.region, 'postalCode', l.postal_code, 'latitude', l.latitude, 'longitude', l.longitude,
        'isSchool', l.is_school, 'schoolId', l.school_id) order by l.name, l.id)
        from service_location sl join location l on l.community_id = sl.community_id and l.id = sl.location_id
        where sl.community_id = s.community_id and sl.service_id = s.id), '[]')) order by s.name, s.id)
    from service s left join program p on p.community_id = s.community_id and p.id = s.program_id
    where s.community_id = o.community_id and s.organization_id = o.id), '[]') as services
  from organization o where o.community_id = (select access.community()) order by o.name, o.id`

const written = (value: object) => JSON.stringify(rowOf(value))

export const addOrganization = (organization: OrganizationText) => sql<{ id: string }>`
  select act.add_organization(${written(organization)}::jsonb) as id`

export const changeOrganization = (id: string, { version, organization }: OrganizationChange) => sql<{
  version: number
}>`
  select act.change_organization(${id}, ${version}, ${written(organization)}::jsonb) as version`

export const addService = (organization: string, service: NewService) => sql<{ id: string }>`
  select act.add_service(${organization}, ${written(service)}::jsonb) as id`

export const changeService = (id: string, { version, service }: ServiceChange) => sql<{ version: number }>`
  select act.change_service(${id}, ${version}, ${written(service)}::jsonb) as version`

export const confirmService = (id: string) => sql`select act.confirm_service(${id})`

export const listSchools = () => sql<SchoolName>`
  select id, name from school where community_id = (select access.community()) order by name, id`
