-- Who told somebody, apart from who was told; and which decision of a review an action carries out. Both null: nobody said.

alter table kith.told add column teller text check (teller in ('our worker', 'our night team', 'carer or home', 'school', 'family', 'the child', 'somebody else')),
  add constraint told_by_somebody_once_told check (teller is null or told is not null);
create or replace view kith.told_current with (security_invoker = true) as
  select r.* from kith.told r where r.change <> 'retraction'
    and not exists (select from kith.told_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (teller) on kith.told to kith_caseload, kith_wide, kith_service;

-- Beside the review from which it came: one review decides several things.
alter table kith.action add column serves uuid,
  add foreign key (council, child, serves) references kith.decision (council, child, id);
create or replace view kith.action_current with (security_invoker = true) as
  select r.* from kith.action r where r.change <> 'retraction'
    and not exists (select from kith.action_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (serves) on kith.action to kith_caseload, kith_wide, kith_service;
create index on kith.action (council, child, serves) where serves is not null;
