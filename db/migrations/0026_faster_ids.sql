-- A function with a setting of its own is entered and left for every row, and a year of attendance has half a million. Without one its body
-- becomes part of the statement; written so, its names are looked up here and now, and no search path changes what they mean.
create or replace function platform.uuidv7() returns uuid language sql volatile parallel safe
return encode(
  set_bit(set_bit(
    overlay(uuid_send(gen_random_uuid())
      placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
    52, 1), 53, 1), 'hex')::uuid;
-- PostgreSQL has its own from version 18 on.
do $$
begin
  if to_regprocedure('pg_catalog.uuidv7()') is not null then
    execute 'create or replace function platform.uuidv7() returns uuid language sql volatile parallel safe return pg_catalog.uuidv7()';
  end if;
end $$;
