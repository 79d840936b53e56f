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
create function kith.unheard_addresses() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select a.line from address a
  where a.council = here() and (a.audience is not null or a.must_not_know is not null)
    and not exists (select from address n where n.council = a.council and n.supersedes = a.id)
    and (me() = any (a.must_not_know)
      or (a.audience is not null
        and not exists (select from visible_child v where v.council = here() and v.person = me() and v.child = a.child
                        and v.since <= now() and v.until > now() and v.relation = any (a.audience))
        and (a.child in (select kept_from_me())
          or not exists (select from sees_council s where s.council = here() and s.person = me()
                         and s.since <= now() and s.until > now() and s.relation = any (a.audience))))) $$;
create function kith.unheard_placements() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select p.id from unheard_addresses() u (line) join address a on a.council = here() and a.line = u.line
    join placement p on p.council = here() and p.child = a.child and (p.home = a.id or p.place = a.id) $$;
alter function kith.unheard_addresses() owner to kith_rules;
alter function kith.unheard_placements() owner to kith_rules;
grant execute on function kith.unheard_addresses(), kith.unheard_placements() to kith_caseload, kith_wide;
create policy heard on kith.address as restrictive for select to kith_caseload, kith_wide
  using (line not in (select kith.unheard_addresses()));
create policy heard on kith.placement_distance as restrictive for select to kith_caseload, kith_wide
  using (placement not in (select kith.unheard_placements()));
