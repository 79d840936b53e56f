-- A membership of a team opens the records of its children (decision 0243). Whoever keeps the list of teams opens none for themselves:
-- they enter nothing of themselves, nobody into a team that they are in or manage, and no team under one of those.
create function kith.teams_of_mine() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  with recursive mine as (
    select m.team from team_membership m
    where m.council = here() and m.person = me() and not m.retracted and (upper(m.during) is null or upper(m.during) > day_here())
      and not exists (select from team_membership n where n.council = m.council and n.supersedes = m.id)
  ), below as (
    select team from mine
    union
    select t.id from below b join team t on t.council = here() and t.under = b.team)
  select team from below $$;
revoke all on function kith.teams_of_mine() from public;
alter function kith.teams_of_mine() owner to kith_rules;
grant execute on function kith.teams_of_mine() to kith_caseload, kith_wide;
create policy not_of_oneself on kith.team_membership as restrictive for insert to kith_caseload, kith_wide
  with check (person <> (select kith.me()) and team not in (select kith.teams_of_mine()));
create policy not_under_ones_own on kith.team as restrictive for insert to kith_caseload, kith_wide
  with check (under is null or under not in (select kith.teams_of_mine()));
