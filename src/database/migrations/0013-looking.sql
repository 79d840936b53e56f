-- Looking a child up: an answer that gives nothing away.

-- open: the asker sees something of the record (a service worker: any of their council). closed: it is there, and `ask` says who may know more. not found: hidden,
-- another council's, one's own family's and unknown alike. Only workers are told that a record is closed.
create function kith.look(whom uuid, out answer text, out ask uuid) language plpgsql stable security definer set search_path = kith, pg_temp as $$
begin
  answer := 'not found';
  if current_setting('role') = 'kith_service' then
    if exists (select from child where council = here() and id = whom) then answer := 'open'; end if;
    return;
  end if;
  if exists (select from visible_child where council = here() and person = me() and child = whom and since <= now() and until > now() and sees <> 0) then
    answer := 'open';
    return;
  end if;
  if not exists (select from child where council = here() and id = whom)
     or exists (select from own_child where council = here() and child = whom and person = me())
     or exists (select from kept_child where council = here() and child = whom and kind = 'hidden' and me() <> all (named)) then
    return;
  end if;
  if council_scopes('see') <> 0 and whom not in (select kept_from_me()) then
    answer := 'open';
  elsif exists (select from worker where council = here() and id = me()) then
    answer := 'closed';
    ask := coalesce(
      (select k.ask from kept_child k where k.council = here() and k.child = whom),
      (select v.person from visible_child v
       where v.council = here() and v.child = whom and v.since <= now() and v.until > now()
         and v.relation in ('allocated-worker', 'manager-line', 'reviewing-officer')
       order by array_position(array['allocated-worker', 'manager-line', 'reviewing-officer'], v.relation), v.since desc, v.person limit 1));
  end if;
end $$;
alter function kith.look(uuid) owner to kith_rules;
grant execute on function kith.look(uuid) to kith_caseload, kith_wide, kith_service;

-- Who may know an address holds for the whole line: an older version, without an audience of its own, is no way round the
-- decision that stands now. What is measured from an address obeys it too: two exact distances find a house.
create index address_with_audience on kith.address (council) where audience is not null or must_not_know is not null;
-- Worked out once for each query, over the few addresses that have an audience: `everywhere` for a whole council, else only
-- of the children whom the asker sees by name.
create function kith.unheard_addresses(everywhere boolean) returns table (child uuid, line uuid) language sql stable security definer set search_path = kith, pg_temp as $$
  with asker as materialized (select here() as council, me() as person),
  mine as materialized (
    select v.child, v.relation from asker join visible_child v on v.council = asker.council and v.person = asker.person
    where v.since <= now() and v.until > now()),
  guarded as materialized (
    select a.line, a.child, a.audience, a.must_not_know from asker join address a on a.council = asker.council
    where (a.audience is not null or a.must_not_know is not null) and (everywhere or a.child in (select m.child from mine m))
      and (select true from address n where n.council = a.council and n.supersedes = a.id) is null),  -- by the index, not by a join of all
  heard as (
    select g.line from guarded g cross join lateral unnest(g.audience) r (relation) join mine m on m.child = g.child and m.relation = r.relation
    union all
    select g.line from asker join sees_council s on s.council = asker.council and s.person = asker.person and s.since <= now() and s.until > now()
      join guarded g on s.relation = any (g.audience) where g.child not in (select kept_from_me()))
  select g.child, g.line from guarded g, asker
  where asker.person = any (g.must_not_know) or (g.audience is not null and g.line not in (select h.line from heard h)) $$;
create function kith.unheard_placements(everywhere boolean) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select p.line from unheard_addresses(everywhere) u
    cross join lateral (select a.id from address a where a.council = here() and a.child = u.child and a.line = u.line offset 0) a
    cross join lateral (select p.line from placement p where p.council = here() and p.child = u.child and (p.home = a.id or p.place = a.id) offset 0) p $$;
alter function kith.unheard_addresses(boolean) owner to kith_rules;
alter function kith.unheard_placements(boolean) owner to kith_rules;
grant execute on function kith.unheard_addresses(boolean), kith.unheard_placements(boolean) to kith_caseload, kith_wide;
create policy caseload_heard on kith.address as restrictive for select to kith_caseload
  using (line not in (select u.line from kith.unheard_addresses(false) u));
create policy wide_heard on kith.address as restrictive for select to kith_wide
  using (line not in (select u.line from kith.unheard_addresses(true) u));
create policy caseload_heard on kith.placement_distance as restrictive for select to kith_caseload
  using (placement not in (select kith.unheard_placements(false)));
create policy wide_heard on kith.placement_distance as restrictive for select to kith_wide
  using (placement not in (select kith.unheard_placements(true)));
-- Everybody else who sees where the child lives reads the band, which finds no house.
create function kith.distance_bands(whom uuid) returns table (placement uuid, band text) language sql stable security definer set search_path = kith, pg_temp as $$
  select d.placement, d.band from placement_distance d where d.council = here() and d.child = whom and d.band is not null and may(whom, 'see', 'where') $$;
alter function kith.distance_bands(uuid) owner to kith_rules;
grant execute on function kith.distance_bands(uuid) to kith_caseload, kith_wide, kith_service;
