-- What a return is checked against besides the record, as the council enters it: how grave each rule is, and the providers that
-- Ofsted has registered. Rows are only ever added: the last of a rule holds; of providers, what came with or since the last list.
create table kith.return_severity (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  rule        text not null check (rule ~ '^[A-Za-z0-9]{1,12}$'),
  severity    text not null check (severity in ('error', 'query', 'unknown')),
  origin      text not null check (origin in ('portal', 'guidance', 'council')),   -- where it is said; council: decided here
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id)
);
create index on kith.return_severity (council, rule, recorded desc, id desc);
call kith.wall_open('kith.return_severity', 'administrator');

create table kith.return_provider (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  list        uuid,                                              -- the list with which it came; null: entered alone
  urn         text not null check (urn ~ '^[A-Z0-9]{1,20}$'),
  places      text not null check (places ~ '^([A-Z][0-9]{1,2}(,[A-Z][0-9]{1,2})*)?$'),
  sectors     text not null check (sectors ~ '^(PR[0-9](,PR[0-9])*)?$'),
  ended       date,                                              -- the day on which the registration ended
  postcode    text not null check (postcode ~ '^[A-Z0-9]{0,8}$'),
  authority   text not null check (authority ~ '^[A-Z0-9]{0,12}$'),  -- upper tier, in which the postcode lies
  gone        boolean not null default false,                    -- taken off the list
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id)
);
create index on kith.return_provider (council, recorded desc) where list is not null;
create index on kith.return_provider (council, urn, recorded desc, id desc);
call kith.wall_open('kith.return_provider', 'administrator');

-- Who looks after the return enters them too.
create policy analyst_writes on kith.return_severity for insert to kith_caseload, kith_wide
  with check (council = (select kith.here()) and recorded_by = (select kith.me()) and (select kith.i_am('analyst')));
create policy analyst_writes on kith.return_provider for insert to kith_caseload, kith_wide
  with check (council = (select kith.here()) and recorded_by = (select kith.me()) and (select kith.i_am('analyst')));
grant insert (council, id, rule, severity, origin, recorded_by) on kith.return_severity to kith_caseload, kith_wide, kith_service;
grant insert (council, id, list, urn, places, sectors, ended, postcode, authority, gone, recorded_by) on kith.return_provider to kith_caseload, kith_wide, kith_service;
