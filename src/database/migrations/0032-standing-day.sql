-- A demonstration stands still on one day. Who works with whom on that day decides who sees whom, whatever the clock says:
-- else the people of a council that stands in next March would not see the children who come to them until then.
alter table door.council add stands_on date constraint only_a_demonstration_stands_still check (stands_on is null or demonstration);

-- From when to when days count for sight: as London has them; or, where the council stands on a day, always or never.
create function kith.sight_span(stands date, during daterange, out since timestamptz, out until timestamptz) language sql stable parallel safe as $$
  select case when stands is null then coalesce(kith.london_start(lower(during)), '-infinity') when during @> stands then '-infinity' else 'infinity' end,
         case when stands is null then coalesce(kith.london_start(upper(during)), 'infinity') when during @> stands then 'infinity' else '-infinity' end $$;
grant execute on function kith.sight_span(date, daterange) to kith_rules;

-- As in 0007, with the span above in place of the bounds of each range.
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
  ), above as (
    select m.team, greatest(w.since, m.since) as since, least(w.until, m.until) as until
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
           greatest(a.since, m.since), least(a.until, m.until)
    from above a join member m on m.team = a.team and m.role <> 'worker'
    union all
    select person, relation, since, until from given
    union all
    select person, relation, since, until from broken
  )
  select person, relation, min(since), max(until) from every where until > since group by person, relation, since $$;
