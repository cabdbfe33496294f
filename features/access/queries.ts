import { sql } from '#platform/database.ts'
import type { Agreement, Consent, Disclosure, NewAgreement, NewConsent, Viewer } from './contract.ts'

export const whoCanSee = (student: string) => sql<Viewer>`
  select person_name as "personName", role, organization_name as "organizationName", elements, why,
    access.why_sentence(why) as reason, until_on as "untilOn"
  from access.who_can_see(${student})`

export const listDisclosures = (student: string) => sql<Disclosure>`
  select at, person_name as "personName", organization_name as "organizationName", elements, purpose, why
  from access.list_disclosures(${student}) limit 500`

export const listAgreements = () => sql<Agreement>`
  select a.id, a.organization_id as "organizationId", o.name as "organizationName", a.number, a.title, a.basis, a.purpose,
    a.from_on as "fromOn", a.until_on as "untilOn", a.terminated_on as "terminatedOn",
    case
      when a.terminated_on is not null or a.until_on < (select access.today()) then 'ended'
      when not 'school' = any (g.sides) and not 'partner' = any (g.sides) then 'draft'
      when not 'school' = any (g.sides) then 'waiting_for_school'
      when not 'partner' = any (g.sides) then 'waiting_for_partner'
      when a.from_on > (select access.today()) then 'future'
      else 'in_force' end as standing,
    array(select e.element from agreement_element e where e.community_id = a.community_id and e.agreement_id = a.id order by 1) as elements,
    g.signatures
  from agreement a
  join organization o on o.community_id = a.community_id and o.id = a.organization_id
  cross join lateral (
    select coalesce(array_agg(s.side), '{}') as sides, coalesce(jsonb_agg(jsonb_build_object('side', s.side, 'signedName', s.signed_name,
      'signedAt', s.signed_at, 'personName', nullif(concat_ws(' ', p.given_name, p.family_name), '')) order by s.signed_at), '[]') as signatures
    from agreement_signature s left join person p on p.community_id = s.community_id and p.id = s.person_id
    where s.community_id = a.community_id and s.agreement_id = a.id) g
  where a.community_id = (select access.community())
  order by o.name, a.from_on desc`

export const draftAgreement = (a: NewAgreement) => sql<{ id: string }>`
  select act.draft_agreement(${a.organizationId}, ${a.number}, ${a.title}, ${a.basis}, ${a.purpose}, ${a.fromOn}::date, ${a.untilOn}::date,
    ${a.elements}) as id`
export const signAgreement = (id: string, name: string) => sql`select act.sign_agreement(${id}, ${name})`
export const terminateAgreement = (id: string) => sql`select act.terminate_agreement(${id})`

export const listConsents = (student: string) => sql<Consent>`
  select c.id, c.student_id as "studentId", c.organization_id as "organizationId", o.name as "organizationName", c.elements, c.purpose,
    c.from_on as "fromOn", c.until_on as "untilOn", c.signed_name as "signedName", c.given_at as "givenAt", c.withdrawn_at as "withdrawnAt",
    c.giver_id = (select access.person()) as "isMine"
  from consent c join organization o on o.community_id = c.community_id and o.id = c.organization_id
  where c.community_id = (select access.community()) and c.student_id = ${student} order by c.given_at desc`

export const giveConsent = (c: NewConsent) => sql<{ id: string }>`
  select act.give_consent(${c.organizationId}, ${c.elements}, ${c.purpose}, ${c.untilOn}::date, ${c.signedName}) as id`
export const withdrawConsent = (id: string) => sql`select act.withdraw_consent(${id})`
