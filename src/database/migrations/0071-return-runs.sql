-- What the rules found in a return made from the record, kept between checks; derived: a whole check makes it anew.

-- DERIVED. One row for each check, with the state of the record that it read: whatever was written since is seen by it.
create table kith.return_run (
  council      smallint not null references door.council,
  id           uuid not null default kith.new_id(),
  year         int not null,                                     -- in which the collection ends
  whole        boolean not null,                                 -- false: only of children who had changed since the last one
  day          date not null,                                    -- the day on which the return was made
  made         timestamptz not null default now(),
  era          smallint not null default kith.era_now(),         -- transaction numbers mean nothing in another
  record_state text not null check (record_state ~ '^\d+:\d+:[\d,]*$'),
  children     int not null,
  flags        int not null,                                     -- that stand after it, of every child
  waits        jsonb not null,                                   -- codes of rules that were not run with what they lack, and of those that broke
  primary key (council, id)
);
create index on kith.return_run (council, year, made);
alter table kith.return_run enable row level security;
alter table kith.return_run force row level security;
comment on table kith.return_run is 'derived; counts and codes of rules, of no child';
grant select on kith.return_run to kith_caseload, kith_wide, kith_service;
grant insert (council, year, whole, day, record_state, children, flags, waits) on kith.return_run to kith_service;
create policy council on kith.return_run for select to kith_caseload, kith_wide using (council = (select kith.here()));
create policy service on kith.return_run to kith_service using (council = (select kith.here())) with check (council = (select kith.here()));

-- DERIVED. A flag from when it was found until it was gone: keys, never what the row says. What is gone is kept, so that
-- "put right since yesterday" can be answered.
create table kith.return_flag (
  council smallint not null references door.council,
  id      uuid not null default kith.new_id(),
  year    int not null,
  key     text not null,                                         -- rule, table, id in the return, and the days that tell the row
  child   uuid not null,
  shown   text not null,                                         -- the id of the child in the return
  rule    text not null check (rule ~ '^[A-Za-z0-9]+$'),
  part    text not null check (part ~ '^[A-Za-z0-9]+$'),          -- the table of the return
  owner   uuid,                                                  -- who works with the child on the day of the check
  found   timestamptz not null default now(),
  gone    timestamptz,
  primary key (council, id),
  foreign key (council, child) references kith.child
);
create unique index return_flag_stands_once on kith.return_flag (council, year, key) where gone is null;
create index on kith.return_flag (council, child) where gone is null;
create index on kith.return_flag (council, year, gone) where gone is not null;

-- DERIVED. How each child stands to each figure, by whole check: 'a' above the line, 'b' below it alone, 'u' not known.
create table kith.return_standing (
  council smallint not null references door.council,
  year    int not null,
  child   uuid not null,
  shown   text not null,
  stands  jsonb not null,
  primary key (council, year, child),
  foreign key (council, child) references kith.child
);

do $walls$
declare
  t text;
  mine text := 'select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and (v.sees & 65536) <> 0';
begin
  foreach t in array array['kith.return_flag', 'kith.return_standing'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('comment on table %s is %L', t, 'scope: duties; derived');
    execute format('grant select on %s to kith_caseload, kith_wide, kith_service', t);
    execute format('create policy caseload_sees on %s for select to kith_caseload using (council = (select kith.here()) and child = any (array(%s)))', t, mine);
    execute format('create policy wide_sees on %s for select to kith_wide using (council = (select kith.here()) and (child in (%s) or ((select kith.council_scopes(''see'')) & 65536) <> 0 and child <> all (array(select kith.kept_from_me()))))', t, mine);
    execute format('create policy service on %s to kith_service using (council = (select kith.here())) with check (council = (select kith.here()))', t);
  end loop;
end $walls$;
grant insert (council, year, key, child, shown, rule, part, owner), update (child, shown, owner, gone) on kith.return_flag to kith_service;
grant insert, delete on kith.return_standing to kith_service;

-- DERIVED. The figures of the last whole check: as they are for those who look after the return, and as they may leave the council.
create table kith.return_figure (
  council   smallint not null references door.council,
  year      int not null,
  indicator text not null check (indicator ~ '^[A-Za-z0-9_ ]+$'),
  above     float8 not null,
  below     float8,
  value     float8,
  unknown   int not null,
  primary key (council, year, indicator)
);
create table kith.return_figure_outside (
  council   smallint not null references door.council,
  year      int not null,
  indicator text not null check (indicator ~ '^[A-Za-z0-9_ ]+$'),
  above     text not null check (above ~ '^(c|[0-9.]+)$'),        -- c: hidden
  below     text check (below ~ '^(c|[0-9.]+)$'),
  value     text check (value ~ '^(c|[0-9.]+)$'),
  primary key (council, year, indicator)
);
do $figures$
declare
  t text;
  whom text;
begin
  foreach t in array array['kith.return_figure', 'kith.return_figure_outside'] loop
    whom := case t when 'kith.return_figure' then ' and (select kith.i_am(''analyst'') or kith.i_am(''director'') or kith.i_am(''quality-lead''))' else '' end;
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('comment on table %s is %L', t, 'derived; counts');
    execute format('grant select on %s to kith_caseload, kith_wide, kith_service', t);
    execute format('grant insert, delete on %s to kith_service', t);
    execute format('create policy council on %s for select to kith_caseload, kith_wide using (council = (select kith.here())%s)', t, whom);
    execute format('create policy service on %s to kith_service using (council = (select kith.here())) with check (council = (select kith.here()))', t);
  end loop;
end $figures$;

-- Which children were changed since a check is asked by the service that checks, of every transaction.
create policy service_sees on kith.child_changed for select to kith_service using (council = (select kith.here()));

insert into door.task values ('return-check');
