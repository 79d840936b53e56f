-- Which of the child's recorded views a decision on a home stands on (decision 0239): its line, never its words, which stay with those of
-- whom the child was told. Null: what they said was written into the decision.
alter table kith.match_decision add column view uuid,
  add constraint view_of_that_child foreign key (council, child, view) references kith.view (council, child, id);
create index on kith.match_decision (council, child, view) where view is not null;
create or replace view kith.match_decision_current with (security_invoker = true) as select r.* from kith.match_decision r where r.change <> 'retraction'
  and not exists (select from kith.match_decision_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (view) on kith.match_decision to kith_caseload, kith_wide, kith_service;
