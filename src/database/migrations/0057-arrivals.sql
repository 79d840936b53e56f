-- Who brings a child into care besides a service worker, who allocates, and in which team a child is while nobody works with
-- them. What this widens of the published matrix is listed in decision 0098.

-- The team that works with a child, whoever of it does: so that a child without a worker is somebody's.
create table kith.team_of_child (like door.record_shape including defaults including constraints,
  team uuid not null,
  during daterange not null check (not isempty(during)),
  foreign key (council, team) references kith.team
);
call kith.make_record('kith.team_of_child', 'header');
create index on kith.team_of_child (council, team);

-- DERIVED. Whom somebody is bringing into care in this transaction, and into which team: only kith.bring_in writes it.
create table kith.brought_in (
  council smallint not null references door.council,
  tx      xid8 not null default pg_current_xact_id(),
  child   uuid not null,
  person  uuid not null,
  team    uuid not null,
  primary key (council, tx, child),
  foreign key (council, child) references kith.child,
  foreign key (council, team) references kith.team
);
alter table kith.brought_in enable row level security;
alter table kith.brought_in force row level security;
comment on table kith.brought_in is 'derived';
grant select, insert on kith.brought_in to kith_rules;
create policy rules on kith.brought_in to kith_rules using (true) with check (true);

grant insert (council, id, recorded_by) on kith.person, kith.child to kith_rules;
grant insert (council, id, kind, recorded_by) on kith.source to kith_rules;
grant insert (council, source, child, recorded_by) on kith.source_child to kith_rules;
grant insert (council, source, event, since, recorded_by) on kith.source_coverage to kith_rules;

-- Which day it is for memberships: today in London, or the day on which the council stands.
create function kith.day_here() returns date language sql stable security definer set search_path = kith, pg_temp as $$
  select coalesce((select stands_on from door.council where council = here()), (now() at time zone 'Europe/London')::date) $$;
grant execute on function kith.day_here() to kith_rules;

-- The teams in which somebody holds a part today, and, for a manager, every team under these.
create function kith.teams_held(holder uuid, part text) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  with recursive held as (
    select m.team from team_membership m
    where m.council = here() and m.person = holder and m.role = part and not m.retracted and m.during @> day_here()
      and not exists (select from team_membership n where n.council = m.council and n.supersedes = m.id)
  ), under as (
    select team from held
    union
    select t.id from under u join team t on t.council = here() and t.under = u.team where part = 'manager'
  ) select team from under $$;

-- Into which teams the asker may bring a child: a manager into those under them, a duty worker into their own, the
-- out-of-hours team into any.
create function kith.teams_to_receive() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select t.id from team t where t.council = here() and (i_am('out-of-hours')
    or t.id in (select teams_held(me(), 'manager')) or t.id in (select teams_held(me(), 'duty'))) $$;
-- The teams in which the asker may allocate.
create function kith.my_teams() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select teams_held(me(), 'manager') $$;
-- Whether somebody works in one of these teams today, in any part.
create function kith.works_in(worker uuid, teams uuid[]) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from team_membership m where m.council = here() and m.person = worker and m.team = any (teams) and m.role <> 'business-support'
    and not m.retracted and m.during @> day_here()
    and not exists (select from team_membership n where n.council = m.council and n.supersedes = m.id)) $$;

-- THE GUARDED DOOR. Makes the child where they are new; opens, for the rest of this transaction and for this asker only, what has
-- to be written of somebody who comes into care; and says that from that day the council's own record speaks of the child.
-- One's own family, a hidden child and another council's are refused alike.
create function kith.bring_in(whom uuid, into_team uuid, on_day date, comes_back boolean) returns void language plpgsql volatile security definer set search_path = kith, pg_temp as $$
declare
  kept uuid := new_id();
begin
  if not exists (select from teams_to_receive() t (team) where t.team = into_team)
     and not (comes_back and may(whom, 'write', 'legal') and exists (select from team t where t.council = here() and t.id = into_team)) then
    raise insufficient_privilege using message = 'may not bring a child into this team';
  end if;
  if comes_back then
    if not may(whom, 'see', 'header') then raise insufficient_privilege using message = 'not a child of the asker'; end if;
    -- of a child who is in care already nothing is opened: that would be a way round who writes what
    if exists (select from care_period p where p.council = here() and p.child = whom and p.ended is null and p.change <> 'retraction'
        and not exists (select from care_period n where n.council = p.council and n.supersedes = p.id)) then
      raise insufficient_privilege using message = 'the child is in care';
    end if;
  else
    insert into person (council, id, recorded_by) values (here(), whom, me());
    insert into child (council, id, recorded_by) values (here(), whom, me());
  end if;
  insert into brought_in (council, child, person, team) values (here(), whom, me(), into_team);
  insert into source (council, id, kind, recorded_by) values (here(), kept, 'kith', me());
  insert into source_coverage (council, source, event, since, recorded_by)
    select here(), kept, event, on_day, me() from unnest(array['care-period', 'legal-status', 'placement', 'placement-plan', 'review', 'review-call', 'visit', 'visit-request', 'health-assessment', 'pep', 'missing', 'return-interview']) as e (event);
  insert into source_child (council, source, child, recorded_by) values (here(), kept, whom, me());
  insert into access_entry (council, person, child, what, subject) values (here(), me(), whom, 'brought a child into care', jsonb_build_object('team', into_team, 'again', comes_back));
end $$;
-- Whom the asker is bringing into care in this very transaction.
create function kith.brought_in_now() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select child from brought_in where council = here() and person = me() and tx = pg_current_xact_id() $$;

-- A manager of the child's line allocates people of the teams under them, and a reviewing officer who is in none of these:
-- an officer does not work under whoever manages the case. Who brings a child in names a worker of the team that receives them.
create function kith.may_allocate(whom uuid, to_worker uuid, as_part text, ending uuid) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  mine uuid[] := array(select teams_held(me(), 'manager'));
begin
  if ending is null and as_part = 'allocated-worker' and exists (
    select from brought_in b where b.council = here() and b.child = whom and b.person = me() and b.tx = pg_current_xact_id() and works_in(to_worker, array[b.team])) then
    return true;
  end if;
  if not exists (select from visible_child v where v.council = here() and v.person = me() and v.child = whom and v.relation = 'manager-line' and v.since <= now() and v.until > now()) then
    return false;
  end if;
  if ending is not null then
    return exists (select from allocation a where a.council = here() and a.id = ending and a.child = whom and a.worker = to_worker and a.role = as_part);
  end if;
  if as_part = 'reviewing-officer' then
    return exists (select from worker w where w.council = here() and w.id = to_worker) and not works_in(to_worker, mine);
  end if;
  return works_in(to_worker, mine);
end $$;
-- The team of a child: the one that receives them; or, for a manager of the child's line, one under them.
create function kith.may_hold_in_team(whom uuid, of_team uuid, ending uuid) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
begin
  if exists (select from brought_in b where b.council = here() and b.child = whom and b.person = me() and b.tx = pg_current_xact_id() and b.team = of_team) then
    return true;
  end if;
  return exists (select from visible_child v where v.council = here() and v.person = me() and v.child = whom and v.relation = 'manager-line' and v.since <= now() and v.until > now())
    and (of_team in (select teams_held(me(), 'manager'))
      or ending is not null and exists (select from team_of_child o where o.council = here() and o.id = ending and o.child = whom and o.team = of_team));
end $$;

do $own$
declare
  f text;
begin
  foreach f in array array['day_here()', 'teams_held(uuid, text)', 'works_in(uuid, uuid[])', 'teams_to_receive()', 'my_teams()', 'bring_in(uuid, uuid, date, boolean)', 'brought_in_now()',
                           'may_allocate(uuid, uuid, text, uuid)', 'may_hold_in_team(uuid, uuid, uuid)'] loop
    execute format('alter function kith.%s owner to kith_rules', f);
  end loop;
  foreach f in array array['teams_to_receive()', 'my_teams()', 'bring_in(uuid, uuid, date, boolean)', 'brought_in_now()', 'may_allocate(uuid, uuid, text, uuid)', 'may_hold_in_team(uuid, uuid, uuid)'] loop
    execute format('grant execute on function kith.%s to kith_caseload, kith_wide', f);
  end loop;
end $own$;

-- What is written of a child who comes into care, in that transaction: beside whoever else writes the table.
create procedure kith.arriving_writes(t regclass)
language plpgsql set search_path = kith, pg_temp as $$
begin
  execute format('create policy arriving_writes on %s for insert to kith_caseload, kith_wide with check (council = (select kith.here()) and recorded_by = (select kith.me()) and child in (select kith.brought_in_now()))', t);
end $$;
revoke all on procedure kith.arriving_writes(regclass) from public;
do $arriving$
declare
  t text;
begin
  foreach t in array array['child_name', 'birth_claim', 'child_identifier', 'identity_code', 'care_period', 'legal_basis', 'address', 'audience_decision',
                           'placement', 'placement_plan', 'night_place', 'action'] loop
    call kith.arriving_writes(format('kith.%s', t)::regclass);
  end loop;
end $arriving$;
call kith.also_writes('kith.allocation', 'kith.may_allocate(child, worker, role, supersedes)');
call kith.also_writes('kith.team_of_child', 'kith.may_hold_in_team(child, team, supersedes)');
create policy arriving_writes on kith.word_key for insert to kith_caseload, kith_wide
  with check (council = (select kith.here()) and child in (select kith.brought_in_now()));

-- As in 0032, with the team of a child beside the teams of those who work with them.
create or replace function kith.relations_to(c smallint, k uuid) returns table (person uuid, relation text, since timestamptz, until timestamptz)
language sql stable set search_path = kith, pg_temp as $$
  with recursive council as (
    select d.stands_on from door.council d where d.council = c
  ), working as (
    select a.worker, a.role, s.since, s.until
    from council, allocation a, sight_span(council.stands_on, a.during) s
    where a.council = c and a.child = k and a.change <> 'retraction'
      and not exists (select from allocation n where n.council = c and n.supersedes = a.id)
  ), member as (
    select m.person, m.team, m.role, s.since, s.until
    from council, team_membership m, sight_span(council.stands_on, m.during) s
    where m.council = c and not m.retracted and not exists (select from team_membership n where n.council = c and n.supersedes = m.id)
  ), first_teams as (
    select m.team, greatest(w.since, m.since) as since, least(w.until, m.until) as until
    from working w join member m on m.person = w.worker and m.role = 'worker' where w.role in ('allocated-worker', 'co-worker')
    union
    select h.team, s.since, s.until
    from council, team_of_child h, sight_span(council.stands_on, h.during) s
    where h.council = c and h.child = k and h.change <> 'retraction'
      and not exists (select from team_of_child n where n.council = c and n.supersedes = h.id)
  ), above as (
    select team, since, until from first_teams
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
           greatest(a.since, m.since), least(a.until, m.until)
    from above a join member m on m.team = a.team and m.role <> 'worker'
    union all
    select person, relation, since, until from given
    union all
    select person, relation, since, until from broken
  )
  select person, relation, min(since), max(until) from every where until > since group by person, relation, since $$;

create trigger sight after insert on kith.team_of_child referencing new table as added for each statement execute function kith.sight_of_added();

-- As in 0007, with the children of a team that nobody works with.
create or replace function kith.sight_of_members() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
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
    select distinct h.council, h.child from under u join team_of_child h on h.council = u.council and h.team = u.team
    union
    select distinct a.council, a.child from moved m join allocation a on a.council = m.council and a.worker = m.person
    order by 1, 2
  loop
    perform refresh_sight(r.council, r.child);
  end loop;
  return null;
end $$;
