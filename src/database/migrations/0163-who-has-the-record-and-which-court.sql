-- The kind of court proceedings, since 26 weeks are set for those of care and supervision only; and a record of a review that is given
-- out only when each who has to have it has it, or it is said who is left out and why.
alter table kith.proceedings
  add column kind text check (kind in ('care or supervision', 'other')); -- null: rows from before, which said nothing of it
create or replace view kith.proceedings_current with (security_invoker = true) as select r.* from kith.proceedings r where r.change <> 'retraction'
  and not exists (select from kith.proceedings_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (kind) on kith.proceedings to kith_caseload, kith_wide, kith_service;

call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'day(r.issued), r.extensions, day(r.final)',
  'day(r.issued), r.extensions, day(r.final), r.kind');
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'r.review, day(r.written), day(r.given)',
  $$r.review, day(r.written), day(case when r.said is not null or r.given_to @> array['child', 'parents', 'carers', 'worker', 'others'] then r.given end)$$);
