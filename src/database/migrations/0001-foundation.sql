-- Schemas, roles, identifiers, councils: what every later migration stands on.

-- Roles are shared by a whole cluster, so each is made only where it is missing.
-- kith_app logs in and sees nothing by itself (noinherit); each transaction takes one of the roles below it.
do $roles$
declare
  wanted record;
begin
  for wanted in select * from (values
    ('kith_app',       'login noinherit'),  -- the program's login: holds nothing itself
    ('kith_caseload',  'nologin'),          -- a person who sees up to a few hundred children
    ('kith_wide',      'nologin'),          -- a person who sees a whole council, or very many children
    ('kith_service',   'nologin'),          -- a named service worker: nightly work, imports, the command line
    ('kith_rules',     'nologin'),          -- owns the guarded functions and triggers; writes derived tables
    ('kith_sealer',    'nologin'),          -- closes log entries into blocks
    ('kith_loader',    'nologin'),          -- loads reference tables
    ('kith_finder',    'nologin'),          -- owns search
    ('kith_custodian', 'nologin'),          -- owns the function that takes words out of sight
    ('kith_restore',   'nologin')           -- puts a backup or an export back
  ) as r (name, options)
  loop
    begin
      execute format('create role %I %s', wanted.name, wanted.options);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $roles$;

grant kith_caseload, kith_wide, kith_service, kith_sealer, kith_loader to kith_app;
do $owner$ begin
  execute format('grant kith_app, kith_caseload, kith_wide, kith_service, kith_rules, kith_sealer, kith_loader, kith_finder, kith_custodian, kith_restore to %I', current_user);
exception when invalid_grant_operation or duplicate_object then null;  -- a superuser needs no membership of itself
end $owner$;

-- Just-in-time compilation made a list of twenty 100 times slower on PostgreSQL 15.
do $jit$ begin
  execute format('alter database %I set jit = off', current_database());
  execute format('alter database %I set timezone = ''UTC''', current_database());
  execute format('alter database %I set datestyle = ''ISO, YMD''', current_database());
end $jit$;

create extension if not exists btree_gist;

create schema if not exists kith;        -- the record: council first, forced row-level security, no exception
create schema if not exists reference;   -- postcodes, areas, scopes: select only
create schema if not exists door;        -- councils, service workers, seals, eras: only through named functions
revoke all on schema public from public;
grant usage on schema public to public;
grant usage on schema kith to kith_caseload, kith_wide, kith_service, kith_rules, kith_sealer, kith_finder, kith_custodian, kith_restore;
grant usage on schema reference to kith_caseload, kith_wide, kith_service, kith_rules, kith_finder, kith_restore, kith_loader;
grant create on schema reference to kith_loader;
grant usage on schema door to kith_app, kith_caseload, kith_wide, kith_service, kith_rules, kith_sealer, kith_restore;
-- No function is everybody's: each is granted by name.
alter default privileges in schema kith revoke execute on functions from public;
alter default privileges in schema door revoke execute on functions from public;
alter default privileges revoke execute on functions from public;

-- Identifiers: version 7 where PostgreSQL has it. Not monotonic within a millisecond on 15: order by (recorded, id).
do $do$ begin
  if to_regprocedure('pg_catalog.uuidv7()') is not null then
    create function kith.new_id() returns uuid language sql volatile parallel safe as 'select pg_catalog.uuidv7()';
  else
    create function kith.new_id() returns uuid language sql volatile parallel safe as $$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid $$;
  end if;
end $do$;
grant execute on function kith.new_id() to kith_caseload, kith_wide, kith_service, kith_rules, kith_restore;

-- Councils, and the service workers that act in each.
create table door.council (
  council       smallint primary key check (council > 0),
  code          text not null unique check (code ~ '^[A-Z0-9]{3,12}$'),  -- the authority code, or a short code of our own
  name          text not null,
  demonstration boolean not null default false,
  made          timestamptz not null default now()
);
create table door.service_worker (
  council smallint not null references door.council,
  name    text not null,
  person  uuid not null,
  primary key (council, name),
  unique (council, person)
);
grant select on door.council to kith_app, kith_caseload, kith_wide, kith_service, kith_rules, kith_sealer;
grant select on door.service_worker to kith_app, kith_rules, kith_service;

-- Who is asking, and for which council: set for one transaction by door.enter; missing settings raise.
create function kith.here() returns smallint language sql stable parallel safe as $$ select current_setting('app.council')::smallint $$;
create function kith.me() returns uuid language sql stable parallel safe as $$ select current_setting('app.person')::uuid $$;
grant execute on function kith.here(), kith.me() to kith_caseload, kith_wide, kith_service, kith_rules, kith_finder, kith_custodian, kith_restore, kith_sealer;

-- The scopes of a child's record, one bit each (../specs/access-matrix.json; held by a test).
create table reference.scope (
  name text primary key,
  bit  int not null unique check (bit > 0),
  says text not null
);
insert into reference.scope (name, bit, says) values
  ('header',    1,     'name, age, photograph, must-knows the reader needs to act, who works with the child'),
  ('where',     2,     'addresses, placement, where the child sleeps tonight'),
  ('family',    4,     'family and network, family time, parental responsibility'),
  ('story',     8,     'key events, good news, views released to this audience'),
  ('plan',      16,    'plans, assessments, permanence, decisions, actions'),
  ('legal',     32,    'orders, agreements, court'),
  ('reviews',   64,    'reviews, midpoint checks, alerts, disputes'),
  ('visits',    128,   'visits, notes, contacts, direct work'),
  ('health',    256,   'health, disability, strengths-and-difficulties score'),
  ('learning',  512,   'school, education plan, attendance, exclusions'),
  ('missing',   1024,  'missing, exploitation, safety plan'),
  ('documents', 2048,  'documents by their own terms'),
  ('matching',  4096,  'request for a home, profile, must-know-to-keep-safe, matches'),
  ('oversight', 8192,  'supervision part about the child, management decisions'),
  ('audit',     16384, 'practice audits of the child''s record'),
  ('adoption',  32768, 'adoption track, sealed after the order'),
  ('duties',    65536, 'the ledger: rule, state, due, whom to ask');
grant select on reference.scope to kith_caseload, kith_wide, kith_service, kith_rules;

create function reference.scope_bits(names text[]) returns int language plpgsql stable set search_path = reference, pg_temp as $$
declare
  bits int;
begin
  if exists (select from unnest(names) n where n not in (select name from scope)) then
    raise exception 'unknown scope in %', names;
  end if;
  select coalesce(bit_or(bit), 0) into bits from scope where name = any (names);
  return bits;
end $$;
grant execute on function reference.scope_bits(text[]) to kith_rules;
