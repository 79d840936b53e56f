-- Of a referral whose area pays, and to whom it was taken when nobody moved; a talk that covers several times missing; gender in the
-- child's own words; an action that is taken further and rises by itself; and an assessment that a second person approves.

alter table kith.health_referral
  add column paid_by text check (paid_by in ('our area', 'the area where they live', 'another area', 'the areas do not agree')),
  add column escalated date,
  add column escalated_to text check (escalated_to in ('whoever leads that service', 'health team', 'who buys it for our area', 'who buys it for another area', 'our own managers', 'somebody else')),
  add constraint escalated_to_somebody check ((escalated is null) = (escalated_to is null)),
  add constraint escalated_after_it_was_asked check (escalated >= asked);
create or replace view kith.health_referral_current with (security_invoker = true) as
  select r.* from kith.health_referral r where r.change <> 'retraction'
    and not exists (select from kith.health_referral_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (paid_by, escalated, escalated_to) on kith.health_referral to kith_caseload, kith_wide, kith_service;

-- One talk about several times missing is a line for each of them, since each is owed one; `covered_by` is the line that holds the words.
alter table kith.return_interview add column covered_by uuid,
  add foreign key (council, child, covered_by) references kith.return_interview (council, child, id);
create or replace view kith.return_interview_current with (security_invoker = true) as
  select r.* from kith.return_interview r where r.change <> 'retraction'
    and not exists (select from kith.return_interview_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (covered_by) on kith.return_interview to kith_caseload, kith_wide, kith_service;
create index on kith.return_interview (council, child, covered_by) where covered_by is not null;

-- As pronouns: words of their own among what a child is called, and no name.
alter table kith.child_name drop constraint child_name_kind_check;
alter table kith.child_name add constraint child_name_kind_check check (kind in ('given', 'family', 'known as', 'pronouns', 'gender'));

-- Taken further: whose it is stays as it was, and where it stands is worked out from this day and the day it was to be done by.
alter table kith.action_step drop constraint action_step_kind_check;
alter table kith.action_step add constraint action_step_kind_check check (kind in ('carried on', 'owner changed', 'taken further'));
alter table kith.action_step drop constraint carried_to_a_day_or_why_none;
alter table kith.action_step add constraint carried_to_a_day_or_why_none check (case kind
  when 'carried on' then (due is null) <> (no_due_why is null) and owned_by is null and owner is null
  when 'taken further' then due is null and no_due_why is null and owned_by is null and owner is null and (said is not null or change = 'retraction')
  else due is null and no_due_why is null and owned_by is not null and (owned_by = 'worker') = (owner is not null) end);

insert into reference.decision_kind (name, scope, deciders, basis, says) values
  ('assessment approved', 'plan', '{manager-line,director}', 'local', 'Somebody who did not write an assessment has read it, and stands by it.');
