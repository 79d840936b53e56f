-- Homes that must not be, for many children at once (decision 0240): what kith.homes_kept_apart says of one, read once for all.
create function kith.homes_kept_apart_of(whom uuid[], on_day date) returns table (child uuid, household uuid, firm boolean)
language sql stable security definer set search_path = kith, pg_temp as $$
  with stands as materialized (
    select k.child, k.other, k.household, k.kind, k.firmness = 'never' as firm from kept_apart_current k
    where k.council = here() and (k.child = any (whom) or k.other = any (whom)) and (k.ended is null or k.ended > on_day)),
  apart as (
    select s.child as whom, s.other, s.household, s.firm from stands s where s.child = any (whom) and s.kind <> 'children under'
    union all
    select s.other, s.child, null, s.firm from stands s where s.other = any (whom)),
  there as (
    select a.whom, a.household, a.firm from apart a where a.household is not null
    union all
    select a.whom, h.household, a.firm from apart a join placement_household_current h on h.council = here() and h.child = a.other
      join placement_current p on p.council = h.council and p.child = h.child and p.line = h.placement and p.during @> on_day
    union all
    select a.whom, h.household, a.firm from apart a join place_held_current h on h.council = here() and h.child = a.other
      where h.household is not null and h.since <= on_day and (h.until is null or h.until > on_day)),
  told as (select t.whom, t.household, bool_or(t.firm) as firm from there t group by t.whom, t.household)
  select t.whom, t.household, t.firm from told t where works_with_homes() and may(t.whom, 'see', 'matching') $$;
revoke all on function kith.homes_kept_apart_of(uuid[], date) from public;
alter function kith.homes_kept_apart_of(uuid[], date) owner to kith_rules;
grant execute on function kith.homes_kept_apart_of(uuid[], date) to kith_caseload, kith_wide, kith_service;

-- What of each home is taken, on several days at once: as before of one day, with what does not change by the day read once.
create function kith.homes_taken_on(days date[]) returns table (on_day date, household uuid, taker uuid, takes text, since date, until date, exempt boolean, siblings boolean)
language sql stable security definer set search_path = kith, pg_temp as $$
  with asker as materialized (select here() as council where works_with_homes() or exists (select from door.service_worker s where s.council = here() and s.person = me())),
  d as (select distinct unnest(days) as on_day),
  tied as materialized (
    select h.household, h.line, h.child, h.placement, lower(p.during) as since, upper(p.during) as until
    from asker a join placement_household_current h on h.council = a.council
      join placement_current p on p.council = h.council and p.child = h.child and p.line = h.placement),
  living as materialized (select d.on_day, t.* from d join tied t on t.since <= d.on_day and (t.until is null or t.until > d.on_day)),
  held as (
    select d.on_day, h.household, h.line, h.child, h.since, h.look_again as until, 'reserved' as takes from asker a join place_held_current h on h.council = a.council
      join d on h.since <= d.on_day and (h.until is null or h.until > d.on_day)
    where h.household is not null
    union all
    select d.on_day, t.household, h.line, h.child, h.since, h.look_again, 'kept' from asker a join place_held_current h on h.council = a.council
      join tied t on t.child = h.child and t.placement = h.placement join d on h.since <= d.on_day and (h.until is null or h.until > d.on_day)
    where h.kind = 'kept'),
  taken as (
    select on_day, household, line, child, since, until, 'lives' as takes from living
    union all
    select on_day, household, line, child, since, until, takes from held e
    where not exists (select from living l where l.on_day = e.on_day and l.household = e.household and l.child = e.child)),
  brothers as materialized (
    select l.child as one, l.other_child as other from asker a join family_link_current l on l.council = a.council
      join family_person_current f on f.council = l.council and f.child = l.child and f.line = l.person
    where f.relation in ('brother', 'sister', 'half-brother', 'half-sister')),
  pairs as (
    select distinct x.household, x.child as one, y.child as other, x.on_day from living x
      join living y on y.on_day = x.on_day and y.household = x.household and y.child > x.child),
  apart as materialized (
    select distinct p.on_day, p.household from pairs p
    where not exists (select from brothers b where b.one = p.one and b.other = p.other)
      and not exists (select from brothers b where b.one = p.other and b.other = p.one))
  select t.on_day, t.household, t.line, t.takes, t.since, t.until,
    exists (select from asker a join limit_exemption_current e on e.council = a.council
      where e.household = t.household and e.child = t.child and e.granted <= t.on_day and (e.until is null or e.until > t.on_day)),
    not exists (select from apart p where p.on_day = t.on_day and p.household = t.household)
  from taken t $$;
revoke all on function kith.homes_taken_on(date[]) from public;
alter function kith.homes_taken_on(date[]) owner to kith_rules;
grant execute on function kith.homes_taken_on(date[]) to kith_caseload, kith_wide, kith_service;
-- One day is one of several, so that two answers cannot grow apart.
create or replace function kith.homes_taken(on_day date) returns table (household uuid, taker uuid, takes text, since date, until date, exempt boolean, siblings boolean)
language sql stable security definer set search_path = kith, pg_temp as $$
  select t.household, t.taker, t.takes, t.since, t.until, t.exempt, t.siblings from homes_taken_on(array[on_day]) t $$;

-- Which board somebody saw, so that it can be read years later (decision 0240): of what it was made as a mark, by which settings, and the
-- answer as lines of the record, without a name. Seen again with the same answer on the same day, it is one row. Read by whoever saw it, and a director.
create table kith.board_seen (like door.home_shape including defaults including constraints,
  on_day   date not null,
  inputs   text not null check (inputs ~ '^[0-9a-f]{64}$'),
  settings text not null check (settings ~ '^[a-z0-9-]{1,30}$'),
  how      text not null check (how in ('optimal', 'withinBound', 'preview')),
  groups   int not null check (groups >= 0),
  children int not null check (children >= 0),
  homes    int not null check (homes >= 0),
  placed   int not null check (placed between 0 and groups),
  answer   jsonb not null check (jsonb_typeof(answer) = 'array'),
  constraint a_board_stays_as_it_was_seen check (supersedes is null)
);
call kith.make_staff_record('kith.board_seen', 'recorded_by = (select kith.me()) or (select kith.i_am(''director''))',
  '(select kith.stands_as(array[''director'', ''manager-line'', ''placement-team'']))');
alter table kith.board_seen alter column retention_class set default 'foster-carer';
create unique index one_board_of_a_day on kith.board_seen (council, recorded_by, on_day, inputs, how, md5(answer::text));
create index on kith.board_seen (council, recorded desc);
