-- Roles are made before the first migration (platform/roles.ts): concentric_owner runs this file.
-- The schemas access, act and door hold no data: platform/migrate.ts makes them anew from the access.sql files.
create schema platform;
create schema staging;
revoke all on schema public from public;
grant usage on schema public to concentric_app, concentric_import, concentric_worker;
grant usage on schema platform to concentric_app, concentric_import, concentric_worker;
grant usage, create on schema staging to concentric_import;
alter default privileges revoke execute on functions from public;

-- UUIDv7 (RFC 9562): time-ordered, so that keys of new rows stand side by side in an index. PostgreSQL has its own from 18 on.
create function platform.uuidv7() returns uuid language sql volatile parallel safe
set search_path = pg_catalog, pg_temp as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;
grant execute on function platform.uuidv7() to concentric_app, concentric_import, concentric_worker;
