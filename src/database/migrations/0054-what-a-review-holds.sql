-- Who was at a review, and when the next one was proposed; and its decisions, which the reviewing officer takes.
alter table kith.review add column present text[] not null default '{}',
  add column next_proposed date,
  add constraint present_is_known check (present <@ array['child', 'brother or sister', 'parent', 'family', 'carer', 'worker', 'manager',
    'reviewing officer', 'school', 'health', 'police', 'advocate', 'interpreter', 'somebody else']),
  add constraint next_after_this_one check (next_proposed > held);
create or replace view kith.review_current with (security_invoker = true) as
  select r.* from kith.review r where r.change <> 'retraction'
    and not exists (select from kith.review n where n.council = r.council and n.supersedes = r.id);
grant insert (present, next_proposed) on kith.review to kith_caseload, kith_wide, kith_service;

insert into reference.decision_kind (name, scope, deciders, basis, says) values
  ('review', 'reviews', '{reviewing-officer}', 'law', 'A decision of a review of the child''s case (Care Planning Regulations 2010, Part 6).');
