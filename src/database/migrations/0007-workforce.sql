-- Teams, workers, allocations with their history; restrictions, standing relations, break-glass; and the
-- function that turns all of these into who sees what.

create table kith.team (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  name        text not null check (name <> ''),
  under       uuid,                                             -- the team or service above
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  unique (council, name),
  foreign key (council, under) references kith.team
);
call kith.wall_open('kith.team', 'administrator');
grant insert (council, id, name, under, recorded_by) on kith.team to kith_caseload, kith_wide, kith_service;

-- A worker: a part of a person. Their name is not a secret in their own council.
create table kith.worker (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),               -- the person
  name        text,                                              -- null: known by a code only
  code        text,                                              -- the code by which a source knows them
  source      uuid,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  unique (council, code),
  foreign key (council, id) references kith.person,
  foreign key (council, source) references kith.source,
  check (name is not null or code is not null)
);
call kith.wall_open('kith.worker', 'administrator');
grant insert (council, id, name, code, source, recorded_by) on kith.worker to kith_caseload, kith_wide, kith_service;

-- Membership of a team: a manager of a team manages every team under it. Corrected by a later row for the same person and team.
create table kith.team_membership (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  person      uuid not null,
  team        uuid not null,
  role        text not null check (role in ('worker', 'manager', 'business-support', 'duty')),
  during      daterange not null check (not isempty(during)),
  supersedes  uuid,
  retracted   boolean not null default false,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  unique (council, supersedes),
  foreign key (council, person) references kith.worker,
  foreign key (council, team) references kith.team,
  foreign key (council, supersedes) references kith.team_membership
);
call kith.wall_open('kith.team_membership', 'administrator');
grant insert (council, id, person, team, role, during, supersedes, retracted, recorded_by) on kith.team_membership to kith_caseload, kith_wide, kith_service;

-- Who works with a child, and how each allocation ended.
create table kith.allocation (like door.record_shape including defaults including constraints,
  worker uuid not null,
  role text not null default 'allocated-worker' check (role in ('allocated-worker', 'co-worker', 'cover', 'reviewing-officer')),
  during daterange not null check (not isempty(during)),
  end_reason text,
  foreign key (council, worker) references kith.worker
);
call kith.make_record('kith.allocation', 'header');

-- Relations that are given to a named person: to one child, or (few of them) to the whole council; always with an end or a reason to go on.
create table kith.standing_relation (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  line        uuid not null,
  supersedes  uuid,
  person      uuid not null,
  child       uuid,
  relation    text not null references reference.relation,
  since       timestamptz not null default now(),
  until       timestamptz not null default 'infinity',
  retracted   boolean not null default false,
  reason      text not null check (reason in ('role', 'court', 'audit', 'request for a home', 'agreement with another organisation', 'subject access', 'inspection', 'shift', 'carer', 'family')),
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  retention_class text not null default 'child-in-care',
  retention_start date,
  primary key (council, id),
  unique (council, supersedes),
  foreign key (council, child) references kith.child,
  foreign key (council, person) references kith.person,
  foreign key (council, supersedes) references kith.standing_relation,
  check ((supersedes is null) = (line = id)),
  check (until > since),
  constraint whole_council_is_rare check (child is not null or relation in ('out-of-hours', 'director', 'analyst', 'quality-lead', 'administrator', 'member')),
  constraint break_glass_has_its_own_door check (relation <> 'break-glass')
);
call kith.wall_open('kith.standing_relation', 'administrator');
-- Who stands in which relation to which child is seen by those who see the child.
drop policy council_sees on kith.standing_relation;
create policy own_or_child on kith.standing_relation for select to kith_caseload, kith_wide using (council = (select kith.here()) and (person = (select kith.me())
  or child in (select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.until > now() and v.sees <> 0)
  or (child is null and (select kith.i_am('administrator')))));
grant insert (council, id, line, supersedes, person, child, relation, since, until, retracted, reason, recorded_by) on kith.standing_relation to kith_caseload, kith_wide, kith_service;
-- Restricted: closed (found, "ask NAME") or hidden (not found, not counted). Only the people named see the record.
create table kith.restriction (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('closed', 'hidden', 'lifted')),
  named uuid[] not null,
  ask uuid,
  decided date not null,
  check (kind <> 'closed' or ask is not null),
  constraint somebody_is_named check (kind = 'lifted' or cardinality(named) > 0),
  foreign key (council, ask) references kith.worker
);
call kith.make_record('kith.restriction', 'oversight');

-- A worker's own family, told by them or found: declared by an administrator.
create table kith.own_family (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  person      uuid not null,
  child       uuid not null,
  supersedes  uuid,
  retracted   boolean not null default false,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  retention_class text not null default 'child-in-care',
  retention_start date,
  primary key (council, id),
  unique (council, supersedes),
  foreign key (council, child) references kith.child,
  foreign key (council, person) references kith.person,
  foreign key (council, supersedes) references kith.own_family
);
call kith.wall_open('kith.own_family', 'administrator');
drop policy council_sees on kith.own_family;
create policy administrators on kith.own_family for select to kith_caseload, kith_wide using (council = (select kith.here()) and (select kith.i_am('administrator')));
grant insert (council, id, person, child, supersedes, retracted, recorded_by) on kith.own_family to kith_caseload, kith_wide, kith_service;

-- Break-glass: anyone of the council, with a reason in their own words, for four hours at most; the child's manager and
-- reviewing officer are told at once; never a hidden record, never one's own family. The words arrive encrypted.
create table kith.break_glass_use (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  child       uuid not null,
  person      uuid not null,
  said        bytea not null,
  until       timestamptz not null,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  retention_class text not null default 'child-in-care',
  retention_start date,
  primary key (council, id),
  foreign key (council, child) references kith.child,
  foreign key (council, person) references kith.person
);
call kith.wall('kith.break_glass_use', 'oversight');
grant insert on kith.break_glass_use to kith_rules;

-- A day of a range as the moment it begins in London.
create function kith.london_start(d date) returns timestamptz language sql immutable parallel safe as $$
  select case when d is null then null when d = 'infinity' then 'infinity'::timestamptz else d::timestamp at time zone 'Europe/London' end $$;
grant execute on function kith.london_start(date) to kith_rules;

-- Every relation of people to one child as the record has it now, before restrictions.
create function kith.relations_to(c smallint, k uuid) returns table (person uuid, relation text, since timestamptz, until timestamptz)
language sql stable set search_path = kith, pg_temp as $$
  with recursive working as (
    select a.worker, a.role, coalesce(london_start(lower(a.during)), '-infinity') as since, coalesce(london_start(upper(a.during)), 'infinity') as until
    from allocation a
    where a.council = c and a.child = k and a.change <> 'retraction'
      and not exists (select from allocation n where n.council = c and n.supersedes = a.id)
  ), member as (
    select m.* from team_membership m
    where m.council = c and not m.retracted and not exists (select from team_membership n where n.council = c and n.supersedes = m.id)
  ), above as (
    select m.team, greatest(w.since, coalesce(london_start(lower(m.during)), '-infinity')) as since, least(w.until, coalesce(london_start(upper(m.during)), 'infinity')) as until
    from working w join member m on m.person = w.worker and m.role = 'worker' where w.role in ('allocated-worker', 'co-worker')
    union
    select t.under, a.since, a.until from above a join team t on t.council = c and t.id = a.team where t.under is not null
  ), given as (
    select s.person, s.relation, s.since, s.until from standing_relation s
    where s.council = c and s.child = k and not s.retracted
      and not exists (select from standing_relation n where n.council = c and n.supersedes = s.id)
  ), broken as (
    select person, 'break-glass'::text as relation, recorded as since, until from break_glass_use where council = c and child = k and until > now()
  ), every as (
    select worker as person, role as relation, since, until from working
    union all
    select m.person,
           case m.role when 'manager' then 'manager-line' when 'business-support' then 'business-support' when 'duty' then 'duty' end,
           greatest(a.since, coalesce(london_start(lower(m.during)), '-infinity')), least(a.until, coalesce(london_start(upper(m.during)), 'infinity'))
    from above a join member m on m.team = a.team and m.role <> 'worker'
    union all
    select person, relation, since, until from given
    union all
    select person, relation, since, until from broken
  )
  select person, relation, min(since), max(until) from every where until > since group by person, relation, since $$;

-- Rebuilds who sees one child. Also the restriction in force and the family ties, which everything else obeys.
create function kith.refresh_sight(c smallint, k uuid) returns void language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  kept record;
begin
  perform pg_advisory_xact_lock(hashtextextended(k::text, c));
  select r.kind, r.named, r.ask into kept from restriction r
    where r.council = c and r.child = k and r.change <> 'retraction' and not exists (select from restriction n where n.council = c and n.supersedes = r.id)
    order by r.recorded desc, r.id desc limit 1;
  delete from kept_child where council = c and child = k;
  if kept.kind in ('closed', 'hidden') then
    insert into kept_child (council, child, kind, named, ask) values (c, k, kept.kind, kept.named, kept.ask);
  end if;
  delete from own_child where council = c and child = k;
  insert into own_child (council, person, child)
    select c, f.person, k from own_family f
    where f.council = c and f.child = k and not f.retracted and not exists (select from own_family n where n.council = c and n.supersedes = f.id)
    union select c, k, k;
  delete from visible_child where council = c and child = k;
  insert into visible_child (council, person, child, relation, since, until, sees, writes, approves, takes_out)
    select c, e.person, k, e.relation, e.since, max(e.until),
           reference.scope_bits(r.sees), reference.scope_bits(r.writes), reference.scope_bits(r.approves), reference.scope_bits(r.takes_out)
    from relations_to(c, k) e join reference.relation r on r.name = e.relation
    where (kept.kind is null or kept.kind = 'lifted' or e.person = any (kept.named) or (kept.kind = 'closed' and e.relation = 'break-glass'))
      and (e.relation = 'child' and e.person = k or not exists (select from own_child o where o.council = c and o.child = k and o.person = e.person))
    group by e.person, e.relation, e.since, r.sees, r.writes, r.approves, r.takes_out;
end $$;
-- Rebuilds the council-wide relations of one person.
create function kith.refresh_council_sight(c smallint, p uuid) returns void language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p::text, c));
  delete from sees_council where council = c and person = p;
  insert into sees_council (council, person, relation, since, until, sees, writes, approves, takes_out)
    select c, p, s.relation, s.since, max(s.until),
           reference.scope_bits(r.sees), reference.scope_bits(r.writes), reference.scope_bits(r.approves), reference.scope_bits(r.takes_out)
    from standing_relation s join reference.relation r on r.name = s.relation
    where s.council = c and s.person = p and s.child is null and not s.retracted
      and not exists (select from standing_relation n where n.council = c and n.supersedes = s.id)
    group by s.relation, s.since, r.sees, r.writes, r.approves, r.takes_out;
end $$;

-- Whatever can change sight refreshes it, in the same transaction, children in id order (no deadlocks).
create function kith.sight_of_added() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r record;
begin
  -- what is superseded may be about another child, or another person: they are refreshed too
  for r in execute format('select council, child from added where child is not null
    union select o.council, o.child from added a join %s o on o.council = a.council and o.id = a.supersedes where o.child is not null order by 1, 2', tg_relid::regclass) loop
    perform refresh_sight(r.council, r.child);
  end loop;
  if tg_table_name = 'standing_relation' then
    for r in execute 'select council, person from added where child is null
      union select o.council, o.person from added a join standing_relation o on o.council = a.council and o.id = a.supersedes where o.child is null order by 1, 2' loop
      perform refresh_council_sight(r.council, r.person);
    end loop;
  end if;
  return null;
end $$;
create function kith.sight_of_new_children() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  insert into own_child (council, person, child) select council, id, id from added on conflict do nothing;
  delete from open_person o using added a where o.council = a.council and o.person = a.id;
  return null;
end $$;
create function kith.sight_of_members() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r record;
begin
  for r in
    with recursive moved as (
      select council, team, person from added
      union select o.council, o.team, o.person from added a join team_membership o on o.council = a.council and o.id = a.supersedes
    ), under as (
      select council, team from moved
      union select t.council, t.id from under u join team t on t.council = u.council and t.under = u.team
    )
    select distinct a.council, a.child from under u
      join team_membership m on m.council = u.council and m.team = u.team
      join allocation a on a.council = m.council and a.worker = m.person
    union
    select distinct a.council, a.child from moved m join allocation a on a.council = m.council and a.worker = m.person
    order by 1, 2
  loop
    perform refresh_sight(r.council, r.child);
  end loop;
  return null;
end $$;
create function kith.open_workers() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  insert into open_person (council, person)
    select a.council, a.id from added a where not exists (select from child c where c.council = a.council and c.id = a.id)
    on conflict do nothing;
  return null;
end $$;
do $own$
declare
  f text;
begin
  foreach f in array array['relations_to(smallint, uuid)', 'refresh_sight(smallint, uuid)', 'refresh_council_sight(smallint, uuid)',
                           'sight_of_added()', 'sight_of_new_children()', 'sight_of_members()', 'open_workers()'] loop
    execute format('alter function kith.%s owner to kith_rules', f);
  end loop;
end $own$;
create trigger sight after insert on kith.child referencing new table as added for each statement execute function kith.sight_of_new_children();
create trigger sight after insert on kith.allocation referencing new table as added for each statement execute function kith.sight_of_added();
create trigger sight after insert on kith.standing_relation referencing new table as added for each statement execute function kith.sight_of_added();
create trigger sight after insert on kith.restriction referencing new table as added for each statement execute function kith.sight_of_added();
create trigger sight after insert on kith.own_family referencing new table as added for each statement execute function kith.sight_of_added();
create trigger sight after insert on kith.team_membership referencing new table as added for each statement execute function kith.sight_of_members();
create trigger opens after insert on kith.worker referencing new table as added for each statement execute function kith.open_workers();

-- Notices: a person is told of something about a child. Reading it is a row.
create table kith.notice (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  recipient   uuid not null,
  child       uuid not null,
  what        text not null check (what ~ '^[a-z -]+$'),
  subject     jsonb,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  foreign key (council, child) references kith.child,
  foreign key (council, recipient) references kith.person
);
create index on kith.notice (council, recipient, recorded);
alter table kith.notice enable row level security;
alter table kith.notice force row level security;
comment on table kith.notice is 'the recipient''s own';
grant select on kith.notice to kith_caseload, kith_wide, kith_service;
grant select, insert on kith.notice to kith_rules;
grant insert (council, id, recipient, child, what, subject, recorded_by) on kith.notice to kith_service;
create policy mine on kith.notice for select to kith_caseload, kith_wide using (council = (select kith.here()) and recipient = (select kith.me()));
create policy service on kith.notice to kith_service using (council = (select kith.here())) with check (council = (select kith.here()));
create policy rules on kith.notice to kith_rules using (true) with check (true);

create function kith.break_glass(whom uuid, use_id uuid, wrapped_key bytea, reason bytea, hours int default 4) returns text language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  ends timestamptz := now() + make_interval(hours => hours);
begin
  if hours not between 1 and 4 then raise check_violation using message = 'break-glass lasts one to four hours'; end if;
  if reason is null or length(reason) < 30 then raise check_violation using message = 'say why'; end if;
  if not exists (select from worker where council = here() and id = me()) then return 'not found'; end if;
  -- hidden, unknown, another council's and one's own family all look alike
  if not exists (select from child where council = here() and id = whom)
     or exists (select from kept_child where council = here() and child = whom and kind = 'hidden' and me() <> all (named))
     or exists (select from own_child where council = here() and child = whom and person = me()) then
    insert into access_entry (council, person, what) values (here(), me(), 'break-glass refused');
    return 'not found';
  end if;
  insert into word_key (council, record, child, wrapped) values (here(), use_id, whom, wrapped_key);
  insert into break_glass_use (council, id, child, person, said, until, recorded_by) values (here(), use_id, whom, me(), reason, ends, me());
  insert into notice (council, recipient, child, what, subject, recorded_by)
    select here(), p, whom, 'break glass', jsonb_build_object('by', me(), 'use', use_id), me()
    from (select distinct v.person as p from visible_child v where v.council = here() and v.child = whom and v.relation in ('manager-line', 'reviewing-officer') and v.since <= now() and v.until > now()
          union select k.ask from kept_child k where k.council = here() and k.child = whom and k.ask is not null) told;
  insert into access_entry (council, person, child, what, subject) values (here(), me(), whom, 'broke the glass', jsonb_build_object('use', use_id, 'until', ends));
  perform refresh_sight(here(), whom);
  return 'opened';
end $$;
alter function kith.break_glass(uuid, uuid, bytea, bytea, int) owner to kith_rules;
grant execute on function kith.break_glass(uuid, uuid, bytea, bytea, int) to kith_caseload, kith_wide;
