import { afterAll, beforeAll, expect, test } from 'vitest'
import { studentTables } from '#features/access/world.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())

type Finding = { rel: string; why: string }
const findings = async (text: string, values: unknown[] = []) =>
  (await db.owner.query<Finding>(text, values)).rows.map(({ rel, why }) => `${rel}: ${why}`)

// What nobody but the owner can reach, and what the migrations and the matrix are kept in.
const ownersAlone = ['migration', 'access.element', 'access.matrix']
// Rows about students that are no element of their own: written and read by functions of the owner.
const noElement = [
  'caseload_student',
  'correction_request',
  'disclosure',
  'draft',
  'legal_hold',
  'record_statement',
  'reminder',
  'restricted_note_opening',
]
// The schema of the queue is made and owned by the worker's own library.
const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker')`
const tables = `(select c.*, n.nspname, c.oid::regclass::text as rel from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${ours}) t`
const communityTables = `(select * from ${tables} where t.nspname = 'public' and t.rel <> all (array['${ownersAlone.join("','")}'])) t`

test('every table has forced row-level security and a policy for its owner', async () => {
  const found = await findings(
    `select t.rel, 'not protected' as why from ${tables} where t.rel <> all ($1) and not (t.relrowsecurity and t.relforcerowsecurity
       and exists (select from pg_policy p where p.polrelid = t.oid and p.polname = 'owner' and p.polroles = array['concentric_owner'::regrole::oid]))`,
    [ownersAlone],
  )
  expect(found).toEqual([])
})

test('what has no row-level security is granted to nobody', async () => {
  const found = await findings(
    `select t.rel, r.rolname || ' may ' || p as why from ${tables}, pg_roles r, unnest(array['select', 'insert', 'update', 'delete']) p
     where t.rel = any ($1) and r.rolname in ('concentric_app', 'concentric_import', 'concentric_worker') and has_table_privilege(r.oid, t.oid, p)`,
    [ownersAlone],
  )
  expect(found).toEqual([])
})

test('the owner owns every table, and the logins that serve people own and bypass nothing', async () => {
  const found = await findings(`
    select t.rel, 'owned by ' || t.relowner::regrole as why from ${tables} where t.relowner <> 'concentric_owner'::regrole
    union all select rolname, 'superuser, bypasses policies, or makes roles' from pg_roles
      where rolname like 'concentric%' and (rolsuper or rolbypassrls or rolcreaterole or rolreplication)
    union all select m.member::regrole::text, 'is a member of ' || m.roleid::regrole from pg_auth_members m
      where m.member in (select oid from pg_roles where rolname like 'concentric%')
    union all select p.oid::regprocedure::text, 'owned by the app role' from pg_proc p where p.proowner = 'concentric_app'::regrole`)
  expect(found).toEqual([])
})

test('there is one permissive policy per table, command and role, and no restrictive one', async () => {
  const found = await findings(`
    select p.polrelid::regclass::text as rel, 'restrictive: ' || p.polname as why from pg_policy p where not p.polpermissive
    union all select p.polrelid::regclass::text, 'more than one for ' || p.polcmd::text from pg_policy p, unnest(p.polroles) r
      group by p.polrelid, p.polcmd, r having count(*) > 1
    union all select p.polrelid::regclass::text, 'for everybody: ' || p.polname from pg_policy p where 0 = any (p.polroles)`)
  expect(found).toEqual([])
})

test('a policy asks for settings and nothing else: (select access.f(constant)), and no other subquery', async () => {
  const { rows } = await db.owner.query<{ rel: string; condition: string }>(
    `select polrelid::regclass::text as rel, coalesce(pg_get_expr(polqual, polrelid), '') || ' ' || coalesce(pg_get_expr(polwithcheck, polrelid), '') as condition from pg_policy`,
  )
  const allowed = /\( SELECT access\.\w+\(('[a-z_]+'::text)?\) AS \w+\)/g
  const asks = /\b(?!uuid\b)[a-z_]+\.?[a-z_]*\(/gi
  const others = rows.flatMap(({ rel, condition }) => {
    const rest = condition.replace(allowed, 'setting')
    const calls = (rest.match(asks) ?? []).filter((call) => !/^(any|and|or|not|array)\($/i.test(call))
    return /select/i.test(rest) || calls.length ? [`${rel}: ${rest}`] : []
  })
  expect(rows.length).toBeGreaterThan(50)
  expect(others).toEqual([])
})

test('one table, one element: each table about students is opened by its own element alone', async () => {
  const { rows } = await db.owner.query<{ rel: string; condition: string | null }>(
    `select t.rel, (select pg_get_expr(p.polqual, p.polrelid) from pg_policy p where p.polrelid = t.oid and p.polname = 'read') as condition
     from ${communityTables} where t.rel = 'student' or exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'student_id')`,
  )
  const scope = /access\.(?:part_)?(?:schools|students)\('([a-z_]+)'::text\)/g
  const found = Object.fromEntries(
    rows.map(({ rel, condition }) => [rel, [...new Set([...(condition ?? '').matchAll(scope)].map((m) => m[1]))]]),
  )
  const known = Object.entries(studentTables).map(([table, element]) => [table, [element]])
  expect(found).toEqual(Object.fromEntries([...known, ...noElement.map((table) => [table, []])]))
})

test('the tables of a community could be spread over servers by community', async () => {
  const found = await findings(`
    with t as (select t.*, a.attnum, a.attnotnull from ${communityTables} left join pg_attribute a
      on a.attrelid = t.oid and a.attname = 'community_id' and not a.attisdropped),
    fk as (select f.*, x.attnum as fnum, y.attnum as rnum from pg_constraint f left join t x on x.oid = f.conrelid left join t y on y.oid = f.confrelid where f.contype = 'f')
    select rel, 'no community_id, or one that may be null' as why from t where attnum is null or not attnotnull
    union all select t.rel, 'unique without leading community_id: ' || i.indexrelid::regclass from t join pg_index i on i.indrelid = t.oid
      where (i.indisunique or i.indisexclusion) and i.indkey[0] <> t.attnum
    union all select t.rel, 'no primary key' from t where not exists (select from pg_index where indrelid = t.oid and indisprimary)
    union all select conrelid::regclass::text, 'foreign key does not pair community_id: ' || conname from fk where rnum is not null and fnum is not null
      and not exists (select from generate_subscripts(conkey, 1) k where conkey[k] = fnum and confkey[k] = rnum)
    union all select conrelid::regclass::text, 'foreign key between community and platform data: ' || conname from fk where (rnum is null) <> (fnum is null)
    union all select conrelid::regclass::text, 'sets community_id on delete or update: ' || conname from fk
      where fnum = any (conkey) and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd', 'c'))
    union all select tgrelid::regclass::text, 'trigger ' || tgname from pg_trigger join t on t.oid = tgrelid where not tgisinternal
    union all select p.oid::regprocedure::text, 'calls set_config' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ours} and p.prosrc ilike '%set_config(%'`)
  expect(found).toEqual([])
})

test('every foreign key is indexed', async () => {
  const found = await findings(`
    select t.rel, f.conname as why from pg_constraint f join ${tables} on t.oid = f.conrelid
    where f.contype = 'f' and not exists (select from pg_index i where i.indrelid = f.conrelid
      and f.conkey @> (i.indkey::smallint[])[0:cardinality(f.conkey) - 1] and (i.indkey::smallint[])[0:cardinality(f.conkey) - 1] @> f.conkey)`)
  expect(found).toEqual([])
})

test('no function with its owner’s rights has an open search path or is open to everyone', async () => {
  const found = await findings(`
    select p.oid::regprocedure::text as rel, 'search path ' || coalesce(array_to_string(p.proconfig, ','), 'not set') as why
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${ours} and p.prosecdef and not coalesce(p.proconfig, '{}') && array['search_path=pg_catalog, pg_temp']
    union all select p.oid::regprocedure::text, 'open to everyone' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${ours} and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0 and a.privilege_type = 'EXECUTE')`)
  expect(found).toEqual([])
})

test('functions that enter, settle or derive rights are for their own login alone', async () => {
  const { rows } = await db.owner.query<{ name: string }>(`
    select p.proname as name from pg_proc p where p.pronamespace = 'access'::regnamespace and p.prosecdef
      and has_function_privilege('concentric_app', p.oid, 'execute') order by 1`)
  const open = [
    'brings_incidents',
    'decides_needs',
    'enter',
    'family_of',
    'find_kept_records',
    'held',
    'joined_into',
    'keeping_district',
    'last_import_at',
    'list_caseload_students',
    'list_caseloads',
    'list_corrections',
    'list_disclosures',
    'list_due_records',
    'list_holds',
    'list_restricted_openings',
    'my_draft',
    'list_invitations',
    'list_staff',
    'list_statements',
    'my_notices',
    'my_notices_seen',
    'my_reminders',
    'open_places',
    'may_remind',
    'list_joined',
    'list_open_places',
    'list_year_turns',
    'my_caseload',
    'origin_of',
    'referral_days',
    'rehearse_year',
    'review_progress',
    'told_apart',
    'who_can_see',
    'written_since_joined',
  ]
  expect(rows.map((row) => row.name).filter((name) => !open.includes(name))).toEqual([])
})
