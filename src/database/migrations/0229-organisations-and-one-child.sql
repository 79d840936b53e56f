-- Who of an organisation works with one child: said by whoever manages the work with that child, as it was agreed (decision 0245).
create function kith.may_let_work(whom uuid, who uuid, to_stand_as text, of_version uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select who <> me() and is_outside(here(), who)
    and exists (select from visible_child v where v.council = here() and v.person = me() and v.child = whom and v.relation = 'manager-line' and v.since <= now() and v.until > now())
    and (of_version is null or exists (select from standing_relation b
      where b.council = here() and b.id = of_version and b.child = whom and b.person = who and b.relation = to_stand_as)) $$;
revoke all on function kith.may_let_work(uuid, uuid, text, uuid) from public;
alter function kith.may_let_work(uuid, uuid, text, uuid) owner to kith_rules;
grant execute on function kith.may_let_work(uuid, uuid, text, uuid) to kith_caseload, kith_wide;
create policy lets_work on kith.standing_relation for insert to kith_caseload, kith_wide with check (council = (select kith.here())
  and recorded_by = (select kith.me()) and reason = 'agreement with another organisation' and child is not null
  and kith.may_let_work(child, person, relation, supersedes));
