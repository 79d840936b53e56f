-- The plan of a home is an approved edition of the placement plan, agreed with and signed by whom the regulations name for such a
-- home. A row from before, or from elsewhere, holds the day on which a plan was ready, and no edition. One with neither says only
-- after how many hours the home reports a child: that cannot wait for the plan.
alter table kith.placement_plan
  alter column prepared drop not null,
  add column edition uuid,
  add column signed_by text check (signed_by in ('foster carer', 'registered person', 'parent', 'whoever is responsible there')),
  add constraint ready_or_of_an_edition check (prepared is null or edition is null),
  add constraint only_a_plan_is_signed check (signed is null or prepared is not null or edition is not null),
  add constraint signed_by_somebody check (edition is null or (signed is null) = (signed_by is null)),
  add foreign key (council, child, edition) references kith.plan_edition (council, child, id);
create or replace view kith.placement_plan_current with (security_invoker = true) as
  select r.* from kith.placement_plan r where r.change <> 'retraction'
    and not exists (select from kith.placement_plan n where n.council = r.council and n.supersedes = r.id);
grant insert (edition, signed_by) on kith.placement_plan to kith_caseload, kith_wide, kith_service;

-- Signed, it was there: the day of the signature counts, once that edition is approved. Until both are so, nothing is met.
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'r.placement, day(r.prepared), day(r.signed)',
  $$r.placement, day(case when r.edition is null then r.prepared when exists (select from plan_state s where s.council = r.council and s.child = r.child
      and s.edition = r.edition and s.state = 'approved' and s.recorded <= $3) then r.signed end), day(r.signed)$$);
