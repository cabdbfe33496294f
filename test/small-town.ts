import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Opening, Session, Statement } from '#platform/database.ts'
import { openTestDatabase } from './database.ts'

/** A town of two schools with a student each, a counselor of the first who also teaches at the second, and a tutor under an agreement. */
export async function openSmallTown() {
  const db = await openTestDatabase()
  const today = new Date().toISOString().slice(0, 10)
  const names = [
    'community',
    'district',
    'school',
    'otherSchool',
    'child',
    'otherChild',
    'counselor',
    'teacher',
    'tutor',
  ] as const
  const more = ['organization', 'service', 'agreement', 'account', 'tutorAccount'] as const
  const id = Object.fromEntries([...names, ...more].map((name) => [name, randomUUID()])) as Record<
    (typeof names)[number] | (typeof more)[number],
    string
  >
  const hashOf = (who: string) => createHash('sha256').update(`token of ${who}`).digest()
  const session: Session = { tokenHash: hashOf('counselor'), hat: id.counselor }
  const tutor: Session = { tokenHash: hashOf('tutor'), hat: id.tutor }
  await db.owner.query(town(id, today))
  const signIn = async () => {
    await startSession(session.tokenHash, id.account, id.counselor)
    await startSession(tutor.tokenHash, id.tutorAccount, id.tutor)
  }
  const startSession = (hash: Buffer, account: string, hat: string) =>
    db.owner.query(
      `insert into platform.session (token_hash, account_id, community_id, hat_kind, hat_id, how, expires_at)
       values ($1, $2, $3, 'membership', $4, 'password', now() + interval '1 hour')
       on conflict (token_hash) do update set revoked_at = null, expires_at = excluded.expires_at, hat_id = excluded.hat_id`,
      [hash, account, id.community, hat],
    )
  await signIn()
  const enter = (statements: Statement[] = [], opening: Opening = null, who: Session = session) =>
    db.database.read(who, opening, statements)
  const asApp = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: db.urls.concentric_app })
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }
  return { db, id, today, session, tutor, signIn, enter, asApp }
}
export type SmallTown = Awaited<ReturnType<typeof openSmallTown>>

const town = (id: Record<string, string>, today: string) => `
  insert into community (community_id, name, time_zone) values ('${id.community}', 'Town', 'UTC');
  insert into district (community_id, id, name) values ('${id.community}', '${id.district}', 'District');
  insert into school (community_id, id, district_id, external_id, name) values
    ('${id.community}', '${id.school}', '${id.district}', '1', 'North'), ('${id.community}', '${id.otherSchool}', '${id.district}', '2', 'South');
  insert into person (community_id, id, given_name, family_name, is_worker) values
    ('${id.community}', '${id.account}', 'Ines', 'Okafor', true), ('${id.community}', '${id.tutorAccount}', 'Ana', 'Ruiz', true);
  insert into organization (community_id, id, name, sector) values ('${id.community}', '${id.organization}', 'Readers', 'nonprofit');
  insert into service (community_id, id, organization_id, name, need_domains) values
    ('${id.community}', '${id.service}', '${id.organization}', 'Tutoring', '{academic}');
  insert into membership (community_id, id, person_id, role, school_id, organization_id, from_on, approved_at) values
    ('${id.community}', '${id.counselor}', '${id.account}', 'counselor', '${id.school}', null, '${today}', now()),
    ('${id.community}', '${id.teacher}', '${id.account}', 'teacher', '${id.otherSchool}', null, '${today}', now()),
    ('${id.community}', '${id.tutor}', '${id.tutorAccount}', 'partner_worker', null, '${id.organization}', '${today}', now());
  insert into student (community_id, id, district_id, access_school_id, external_id, given_name, family_name) values
    ('${id.community}', '${id.child}', '${id.district}', '${id.school}', '1', 'Dana', 'A'),
    ('${id.community}', '${id.otherChild}', '${id.district}', '${id.otherSchool}', '2', 'Sam', 'B');
  insert into enrollment (community_id, student_id, school_id, access_school_id, entry_on) values
    ('${id.community}', '${id.child}', '${id.school}', '${id.school}', '2020-01-01'),
    ('${id.community}', '${id.otherChild}', '${id.otherSchool}', '${id.otherSchool}', '2020-01-01');
  insert into agreement (community_id, id, organization_id, district_id, number, title, basis, purpose, from_on, until_on, created_by) values
    ('${id.community}', '${id.agreement}', '${id.organization}', '${id.district}', '1', 'Tutoring', 'school_official', 'tutoring', '${today}', '${today}', '${id.account}');
  insert into agreement_element (community_id, agreement_id, element) values
    ('${id.community}', '${id.agreement}', 'directory'), ('${id.community}', '${id.agreement}', 'attendance');
  insert into agreement_signature (community_id, agreement_id, side, person_id, signed_name) values
    ('${id.community}', '${id.agreement}', 'school', '${id.account}', 'A'), ('${id.community}', '${id.agreement}', 'partner', '${id.tutorAccount}', 'B');
  insert into participation (community_id, student_id, access_school_id, organization_id, service_id, stage, from_on) values
    ('${id.community}', '${id.child}', '${id.school}', '${id.organization}', '${id.service}', 'active', '${today}');
  insert into platform.account (id, email) values ('${id.account}', 'ines@town.example'), ('${id.tutorAccount}', 'ana@town.example');
  insert into platform.community_directory (slug, community_id) values ('town', '${id.community}');
  insert into platform.account_person (account_id, community_id, person_id) values
    ('${id.account}', '${id.community}', '${id.account}'), ('${id.tutorAccount}', '${id.community}', '${id.tutorAccount}')`
