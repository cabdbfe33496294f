import type pg from 'pg'
import { hashOf, newToken } from '#platform/session.ts'
import type { Ids } from './district.ts'

export type Role = 'coordinator' | 'counselor' | 'teacher' | 'partner_worker' | 'guardian' | 'data_steward'
/** Somebody with a session, and the students whose pages they open. */
export type Visitor = { role: Role; token: string; students: string[] }

const shares: [Role, number][] = [
  ['coordinator', 0.3],
  ['counselor', 0.2],
  ['teacher', 0.15],
  ['partner_worker', 0.12],
  ['guardian', 0.2],
  ['data_steward', 0.03],
]

/** So many people in the generated district, each signed in with one role: staff of its schools, partners, families and stewards. */
export async function makeCrowd(owner: pg.Client, ids: Ids, count: number): Promise<Visitor[]> {
  const people = rolesOf(count).map((role) => ({ role, token: newToken() }))
  const values = [people.map(({ role }) => role), people.map(({ token }) => hashOf(token))]
  await owner.query(`create temp table visitor as
    select n, r.role, r.token, gen_random_uuid() as person, gen_random_uuid() as hat, (select count(*) from school) as schools
    from unnest($1::text[], $2::bytea[]) with ordinality as r (role, token, n)`, values) // prettier-ignore
  await owner.query(
    settle.replaceAll(':community', `'${ids.communityId}'`).replaceAll(':district', `'${ids.districtId}'`),
  )
  const { rows } = await owner.query<{ students: string[] }>(reach)
  await owner.query('drop table visitor')
  return people.map((person, i) => ({ ...person, students: rows[i]!.students }))
}

function rolesOf(count: number) {
  const roles = shares.flatMap(([role, share]) => Array<Role>(Math.max(1, Math.round(share * count))).fill(role))
  return [...roles, ...Array<Role>(count).fill('coordinator')].slice(0, Math.max(count, shares.length))
}

// Each at a school in turn; a class of 25 for a teacher, 30 students for an organization, a child for a guardian.
const settle = `
  update student set given_name = 'Given' || external_id, family_name = 'Family' || external_id;
  create temp table place as select row_number() over (order by name) as n, id from school;
  create temp table pupil as select row_number() over (order by external_id::int) as n, s.id, s.access_school_id,
    row_number() over (partition by s.access_school_id order by external_id::int) as at_school from student s;
  insert into person (community_id, id, given_name, family_name, is_worker)
  select :community, person, role, 'Visitor ' || n, role <> 'guardian' from visitor;
  insert into platform.account (id, email) select person, person || '@bench.example' from visitor;
  insert into platform.account_person (account_id, community_id, person_id) select person, :community, person from visitor;
  insert into organization (community_id, id, name, sector)
  select :community, md5('o' || n)::uuid, 'Partner ' || n, 'nonprofit' from visitor where role = 'partner_worker';
  insert into service (community_id, id, organization_id, name, need_domains)
  select :community, md5('s' || n)::uuid, md5('o' || n)::uuid, 'Tutoring', '{academic}' from visitor where role = 'partner_worker';
  insert into agreement (community_id, id, organization_id, district_id, number, title, basis, purpose, from_on, until_on, created_by)
  select :community, md5('a' || n)::uuid, md5('o' || n)::uuid, :district, n::text, 'Tutoring', 'school_official', 'tutoring', '2020-01-01', '2099-12-31', person
  from visitor where role = 'partner_worker';
  insert into agreement_element (community_id, agreement_id, element)
  select :community, md5('a' || n)::uuid, e from visitor, unnest('{directory,enrollment,attendance,grades,services}'::text[]) e where role = 'partner_worker';
  insert into agreement_signature (community_id, agreement_id, side, person_id, signed_name)
  select :community, md5('a' || n)::uuid, side, person, 'A. Name' from visitor, unnest('{school,partner}'::text[]) side where role = 'partner_worker';
  insert into participation (community_id, student_id, access_school_id, organization_id, service_id, stage, from_on)
  select :community, p.id, p.access_school_id, md5('o' || v.n)::uuid, md5('s' || v.n)::uuid, 'active', '2024-09-02'
  from visitor v join pupil p on (p.n + v.n) % (select greatest(1, count(*) / 30) from pupil) = 0 where v.role = 'partner_worker';
  insert into membership (community_id, id, person_id, role, school_id, district_id, organization_id, from_on, approved_at)
  select :community, v.hat, v.person, v.role, case when v.role in ('coordinator', 'counselor', 'teacher') then s.id end,
    case when v.role = 'data_steward' then :district::uuid end, case when v.role = 'partner_worker' then md5('o' || v.n)::uuid end, '2020-01-01', now()
  from visitor v join place s on s.n = 1 + v.n % v.schools where v.role <> 'guardian';
  insert into class (community_id, id, district_id, school_id, external_id, title)
  select :community, md5('c' || v.n)::uuid, :district, s.id, 'c' || v.n, 'Mathematics' from visitor v join place s on s.n = 1 + v.n % v.schools where v.role = 'teacher';
  insert into class_teacher (community_id, class_id, person_id, external_id) select :community, md5('c' || n)::uuid, person, 't' || n from visitor where role = 'teacher';
  insert into class_enrollment (community_id, student_id, class_id, school_id, access_school_id, external_id)
  select :community, p.id, md5('c' || v.n)::uuid, s.id, s.id, 'e' || v.n || '-' || p.n
  from visitor v join place s on s.n = 1 + v.n % v.schools join pupil p on p.access_school_id = s.id and p.at_school between v.n and v.n + 24 where v.role = 'teacher';
  insert into guardianship (community_id, id, student_id, access_school_id, person_id, from_on, approved_at)
  select :community, v.hat, p.id, p.access_school_id, v.person, '2020-01-01', now() from visitor v join pupil p on p.n = v.n where v.role = 'guardian';
  insert into platform.session (token_hash, account_id, community_id, hat_kind, hat_id, how, expires_at)
  select token, person, :community, case role when 'guardian' then 'guardianship' else 'membership' end, hat, 'password', now() + interval '12 hours' from visitor;
  drop table place, pupil`

const reach = `
  select array(
    select student_id from class_enrollment e join class_teacher t using (community_id, class_id) where t.person_id = v.person
    union select student_id from participation p join membership m using (organization_id) where m.id = v.hat
    union select student_id from guardianship g where g.id = v.hat
    union select s.id from student s join membership m on m.school_id = s.access_school_id where m.id = v.hat and v.role <> 'teacher'
    union select id from student where v.role = 'data_steward') as students
  from visitor v order by n`
