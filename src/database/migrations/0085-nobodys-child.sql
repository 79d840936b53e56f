-- A child in care whom no team has is with the teams that stand under none, for as long as that is so: whoever manages the whole
-- service sees them and can allocate. Else a child who never had a worker, or whose worker has gone, is nobody's (decision 0122).

-- As in 0057, with the children in care whom no team has beside those of each team.
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
  ), care as (
    select s.since, s.until
    from council, care_period p, sight_span(council.stands_on, daterange(coalesce(p.began, p.began_by), p.ended)) s
    where p.council = c and p.child = k and p.change <> 'retraction' and p.ended is distinct from coalesce(p.began, p.began_by)
      and s.until > s.since and not exists (select from care_period n where n.council = c and n.supersedes = p.id)
  ), alone as (
    select lower(span) as since, upper(span) as until from unnest(
      (select coalesce(range_agg(tstzrange(w.since, w.until)), '{}') from care w)
      - (select coalesce(range_agg(tstzrange(f.since, f.until)), '{}') from first_teams f where f.until > f.since)) span
  ), above as (
    select team, since, until from first_teams
    union
    select t.id, a.since, a.until from alone a join team t on t.council = c and t.under is null
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

-- Children in care now who have no worker of a team, and no team, with an open end.
create function kith.alone_in_care(c smallint) returns setof uuid language sql stable set search_path = kith, pg_temp as $$
  select distinct p.child from care_period p
  where p.council = c and p.ended is null and p.change <> 'retraction' and not exists (select from care_period n where n.council = c and n.supersedes = p.id)
    and not exists (
      select from allocation a join team_membership m on m.council = c and m.person = a.worker and m.role = 'worker' and not m.retracted and upper_inf(m.during)
      where a.council = c and a.child = p.child and a.role in ('allocated-worker', 'co-worker') and a.change <> 'retraction' and upper_inf(a.during)
        and not exists (select from allocation n where n.council = c and n.supersedes = a.id)
        and not exists (select from team_membership n where n.council = c and n.supersedes = m.id))
    and not exists (
      select from team_of_child h where h.council = c and h.child = p.child and h.change <> 'retraction' and upper_inf(h.during)
        and not exists (select from team_of_child n where n.council = c and n.supersedes = h.id)) $$;
alter function kith.alone_in_care(smallint) owner to kith_rules;

-- As in 0057; whoever joins or leaves a team that stands under none gains or loses those whom no team has.
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
    union
    select distinct t.council, alone.child from moved m join team t on t.council = m.council and t.id = m.team and t.under is null,
      alone_in_care(t.council) alone (child)
    order by 1, 2
  loop
    perform refresh_sight(r.council, r.child);
  end loop;
  return null;
end $$;

-- Coming into care, and leaving it, moves sight only where somebody manages a team under none: an import into a council without
-- teams asks this once for each statement and nothing of any child.
create function kith.sight_of_care() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r record;
begin
  for r in
    select distinct a.council, a.child from added a
    where exists (select from team t join team_membership m on m.council = t.council and m.team = t.id and m.role = 'manager' where t.council = a.council and t.under is null)
    order by 1, 2
  loop
    perform refresh_sight(r.council, r.child);
  end loop;
  return null;
end $$;
alter function kith.sight_of_care() owner to kith_rules;
create trigger sight after insert on kith.care_period referencing new table as added for each statement execute function kith.sight_of_care();

do $now$
declare
  r record;
begin
  for r in select c.council, alone.child from door.council c, kith.alone_in_care(c.council) alone (child) order by 1, 2 loop
    perform kith.refresh_sight(r.council, r.child);
  end loop;
end $now$;
