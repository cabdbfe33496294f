-- The database as it is, told from its catalogue: tables with columns, constraints, indexes and policies, in a fixed order.
with tables as (
  select c.oid, c.oid::regclass::text as name from pg_class c
  where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'platform'::regnamespace, 'access'::regnamespace)
), parts as (
  select t.name, 1 as part, a.attnum as place, format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attnotnull then ' not null' else '' end, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
  from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
  union all
  select t.name, 2, row_number() over (partition by t.name order by c.contype, pg_get_constraintdef(c.oid)), '  ' || pg_get_constraintdef(c.oid)
  from tables t join pg_constraint c on c.conrelid = t.oid and c.contype in ('p', 'u', 'f', 'c')
  union all
  select t.name, 3, row_number() over (partition by t.name order by pg_get_indexdef(i.indexrelid)), '  ' || regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX \S+ ON \S+ USING', '\1index')
  from tables t join pg_index i on i.indrelid = t.oid and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  union all
  select t.name, 4, row_number() over (partition by t.name order by p.polname),
    format('  policy %s for %s to %s using (%s)', p.polname, case p.polcmd when 'r' then 'select' else 'all' end,
      (select string_agg(r.rolname, ', ') from pg_roles r where r.oid = any (p.polroles)), pg_get_expr(p.polqual, p.polrelid))
  from tables t join pg_policy p on p.polrelid = t.oid
)
select name, string_agg(regexp_replace(ltrim(line), '\s+', ' ', 'g'), E'\n  ' order by part, place) as lines from parts group by name order by name
