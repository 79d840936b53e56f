-- After a review: when the decisions reached the manager and what the manager says; and whether an independent visitor was thought of.

alter table kith.review add column visitor text check (visitor in ('has one', 'wanted', 'not wanted now', 'not good for the child'));
create or replace view kith.review_current with (security_invoker = true) as
  select r.* from kith.review r where r.change <> 'retraction'
    and not exists (select from kith.review n where n.council = r.council and n.supersedes = r.id);
grant insert (visitor) on kith.review to kith_caseload, kith_wide, kith_service;

create table kith.review_receipt (like door.record_shape including defaults including constraints,
  review uuid not null,
  received date not null,
  received_by uuid,
  foreign key (council, received_by) references kith.worker
);
call kith.make_record('kith.review_receipt', 'reviews');
call kith.follow('kith.review_receipt', 'review', 'kith.review');
create trigger one_standing after insert on kith.review_receipt for each row execute function kith.one_standing('review');

-- Within five working days a manager may say that they do not agree; silence is agreement.
create table kith.review_answer (like door.record_shape including defaults including constraints,
  review uuid not null,
  answer text not null check (answer in ('agreed', 'not agreed')),
  answered date not null,
  answered_by uuid,
  foreign key (council, answered_by) references kith.worker
);
call kith.make_record('kith.review_answer', 'reviews');
call kith.follow('kith.review_answer', 'review', 'kith.review');
create trigger one_standing after insert on kith.review_answer for each row execute function kith.one_standing('review');
call kith.also_writes('kith.review_answer', $$answered_by = (select kith.me()) and kith.may(child, 'approve', 'plan') and kith.may(child, 'see', 'reviews')$$);
create policy own_hand on kith.review_answer as restrictive for insert to kith_caseload, kith_wide
  with check (supersedes is null or kith.wrote_version('review_answer', supersedes));
