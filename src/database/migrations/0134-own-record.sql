-- Nobody opens their own record by the staff door: who works here and was the child of a record, or is family of one, with the day
-- from which it is known and whom to ask in their place (decision 0157). The wall was there (kith.own_child); what is new is who says it.

alter table kith.own_family
  add column how text not null default 'family' check (how in ('family', 'themselves')),
  add column known date,                                         -- since when it is known here; null: rows from before
  add column stands_in uuid,                                     -- who answers in their place; null: their manager
  add foreign key (council, stands_in) references kith.worker (council, id),
  add constraint somebody_else_stands_in check (stands_in <> person);
grant insert (how, known, stands_in) on kith.own_family to kith_caseload, kith_wide, kith_service;

-- An administrator, and whoever writes the family or the oversight of that record; never of themselves, and never by putting another
-- person or another record in the place of a row that only an administrator could have written.
create function kith.may_keep_out(whom uuid, of_child uuid, correcting uuid) returns boolean
language sql stable security definer set search_path = kith, pg_temp as $$
  select whom <> me() and of_child not in (select o.child from own_child o where o.council = here() and o.person = me())
    and (i_am('administrator') or may(of_child, 'write', 'family') or may(of_child, 'write', 'oversight'))
    and (correcting is null or exists (select from own_family f where f.council = here() and f.id = correcting and f.person <> me()
      and (i_am('administrator') or f.person = whom and f.child = of_child))) $$;
alter function kith.may_keep_out(uuid, uuid, uuid) owner to kith_rules;
grant execute on function kith.may_keep_out(uuid, uuid, uuid) to kith_caseload, kith_wide;

drop policy administrators on kith.own_family;
drop policy council_writes on kith.own_family;
create policy keepers_see on kith.own_family for select to kith_caseload, kith_wide
  using (council = (select kith.here()) and kith.may_keep_out(person, child, null));
create policy keepers_write on kith.own_family for insert to kith_caseload, kith_wide
  with check (council = (select kith.here()) and recorded_by = (select kith.me()) and kith.may_keep_out(person, child, supersedes));

-- Whether a record with this number is there, for an administrator, who sees no child: nothing else is told of it.
create function kith.is_record(number uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select i_am('administrator') and exists (select from child c where c.council = here() and c.id = number) $$;
alter function kith.is_record(uuid) owner to kith_rules;
grant execute on function kith.is_record(uuid) to kith_caseload, kith_wide;

-- Two ways round the wall, since these rows are read by their person: what somebody was told, and how somebody stands to whom.
create function kith.mine_to_leave() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select child from own_child where council = here() and person = me() $$;
alter function kith.mine_to_leave() owner to kith_rules;
grant execute on function kith.mine_to_leave() to kith_caseload, kith_wide;
create policy not_of_oneself on kith.notice as restrictive for select to kith_caseload, kith_wide
  using (child <> all (array(select kith.mine_to_leave())));
create policy not_of_oneself on kith.standing_relation as restrictive for select to kith_caseload, kith_wide
  using (child is null or child <> all (array(select kith.mine_to_leave())));
