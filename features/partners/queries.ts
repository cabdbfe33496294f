import { sql } from '#platform/database.ts'
import type { NewService, Organization } from './contract.ts'

export const listOrganizations = () => sql<Organization>`
  select o.id, o.name, o.sector, o.status, coalesce((
    select jsonb_agg(jsonb_build_object('id', s.id, 'organizationId', s.organization_id, 'name', s.name, 'description', s.description,
      'needDomain', s.need_domain, 'grades', s.grades, 'languages', s.languages, 'schedule', s.schedule, 'places', s.places,
      'status', s.status) order by s.name)
    from service s where s.community_id = o.community_id and s.organization_id = o.id), '[]') as services
  from organization o where o.community_id = (select access.community()) order by o.name`

export const addOrganization = (name: string, sector: string) => sql<{ id: string }>`
  select act.add_organization(${name}, ${sector}) as id`

export const addService = (organization: string, service: NewService) => sql<{ id: string }>`
  select act.add_service(${organization}, ${service.name}, ${service.description ?? ''}, ${service.needDomain}, ${service.grades ?? ''},
    ${service.languages ?? ['en']}, ${service.schedule ?? ''}, ${service.places ?? null}) as id`
