-- Which approvals a decided home needs (decision 0214), by the kinds in which they are asked for, so that whoever asks begins from the
-- decision and the answer is found beside it. null: decisions from before, which said only who had to take one.
alter table kith.match_decision add column approvals text[],
  add constraint approvals_that_are_asked_for check (approvals <@ array['placement at a distance', 'placement outside the area', 'move in the exam years']);
create or replace view kith.match_decision_current with (security_invoker = true) as select r.* from kith.match_decision r where r.change <> 'retraction'
  and not exists (select from kith.match_decision_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (approvals) on kith.match_decision to kith_caseload, kith_wide, kith_service;
