-- Facts that rules of the clock waited for. Each is an inserted record of its own, or a column of the record that is there.

-- Whether a review looked at the pathway plan; of a placement decision the conditions of a long-term foster home that held (null: nobody
-- was asked, as of what was recorded before) and when the reviewing officer was told; when adopters who foster first were thought of.
alter table kith.review add column pathway boolean;
alter table kith.placement_decision
  add column conditions text[],
  add column officer_told date,
  add constraint conditions_of_a_long_term_home check (conditions is null
    or (kind = 'long-term foster placement' and conditions <@ array['the carers agree', 'support assessed', 'wishes asked for', 'reviewing officer asked']));
alter table kith.adoption_decision
  add column early_permanence date;
do $views$
declare
  t text;
begin
  foreach t in array array['review', 'placement_decision', 'adoption_decision'] loop
    execute format('create or replace view kith.%1$I with (security_invoker = true) as select r.* from kith.%2$I r where r.change <> ''retraction''
      and not exists (select from kith.%3$I n where n.council = r.council and n.supersedes = r.id)', t || '_current', t, t || '_superseded');
  end loop;
end $views$;
grant insert (pathway) on kith.review to kith_caseload, kith_wide, kith_service;
grant insert (conditions, officer_told) on kith.placement_decision to kith_caseload, kith_wide, kith_service;
grant insert (early_permanence) on kith.adoption_decision to kith_caseload, kith_wide, kith_service;

-- The record of a review: when it was written, and when the last of those who have to have it had it.
create table kith.review_record (like door.record_shape including defaults including constraints,
  review uuid not null,
  written date not null,
  given date,
  given_to text[] not null default '{}' check (given_to <@ array['child', 'parents', 'carers', 'worker', 'others']),
  constraint given_after_it_was_written check (given >= written),
  constraint given_to_somebody check ((given is not null) = (given_to <> '{}'))
);
call kith.make_record('kith.review_record', 'reviews');
call kith.follow('kith.review_record', 'review', 'kith.review');
create trigger one_standing after insert on kith.review_record for each row execute function kith.one_standing('review');

-- How a home was chosen: what the law prefers and is so, what is not so (the words say why), and what is no question for this child.
create table kith.home_choice (like door.record_shape including defaults including constraints,
  placement uuid not null,
  decided date not null,
  so text[] not null,
  not_so text[] not null,
  constraint each_answered_once check (not so && not_so),
  constraint preferences_of_the_law check (so || not_so <@ array['family or friends', 'near home', 'same school', 'with brothers and sisters', 'suits their needs', 'in our area'])
);
-- What was seen to before a child moved into a home, or just after it in an emergency.
create table kith.home_check (like door.record_shape including defaults including constraints,
  placement uuid not null,
  suitable date,
  seen date,
  not_seen boolean not null default false,                       -- it was not reasonably practicable that the child saw it first
  officer_told date,
  reviewed date,
  emergency boolean not null default false,
  relatives date,
  no_relatives boolean not null default false,                   -- it was not right to ask them
  area_told date,
  country text check (country in ('Scotland', 'Northern Ireland', 'another country')),
  court_approved date,
  constraint seen_or_not check (seen is null or not not_seen),
  constraint relatives_or_none check (relatives is null or not no_relatives)
);
create table kith.parent_assessment (like door.record_shape including defaults including constraints,
  placement uuid not null,
  completed date not null,
  decided date,
  outcome text check (outcome in ('goes on', 'ends')),
  constraint decided_with_an_outcome check ((decided is null) = (outcome is null)),
  constraint decided_after_the_assessment check (decided >= completed)
);
-- An assessment tells of the parent: it is no reading for carers, as plans are.
call kith.make_record('kith.home_choice', 'plan');
call kith.make_record('kith.home_check', 'plan');
call kith.make_record('kith.parent_assessment', 'legal');
alter table kith.home_choice add foreign key (council, child, placement) references kith.placement (council, child, id);
alter table kith.home_check add foreign key (council, child, placement) references kith.placement (council, child, id);
alter table kith.parent_assessment add foreign key (council, child, placement) references kith.placement (council, child, id);
create trigger one_standing after insert on kith.home_choice for each row execute function kith.one_standing('placement');
create trigger one_standing after insert on kith.home_check for each row execute function kith.one_standing('placement');

-- Proceedings about a child: each extension is of eight weeks.
create table kith.proceedings (like door.record_shape including defaults including constraints,
  issued date not null,
  extensions smallint not null default 0 check (extensions between 0 and 20),
  final date,
  constraint ended_after_they_were_issued check (final >= issued)
);
call kith.make_record('kith.proceedings', 'legal');

-- A panel of at least three looks at whether a child has to stay in secure accommodation.
create table kith.secure_panel (like door.record_shape including defaults including constraints,
  power uuid not null,
  held date not null,
  outcome text not null check (outcome in ('stays', 'need not stay'))
);
call kith.make_record('kith.secure_panel', 'legal');
call kith.follow('kith.secure_panel', 'power', 'kith.legal_basis');

-- Somebody gave notice that they mean to ask for a special guardianship order.
create table kith.guardianship_notice (like door.record_shape including defaults including constraints,
  received date not null,
  reported date,
  withdrawn date,
  constraint reported_after_the_notice check (reported >= received),
  constraint withdrawn_after_the_notice check (withdrawn >= received)
);
call kith.make_record('kith.guardianship_notice', 'legal');

-- A panel's recommendation, or the papers where no panel is asked: when the decision-maker had them, decided, and who told the parents.
create table kith.adoption_panel (like door.record_shape including defaults including constraints,
  about text not null check (about in ('should be placed', 'match')),
  received date not null,
  decided date,
  outcome text check (outcome in ('yes', 'no')),
  told_orally date,
  told_in_writing date,
  constraint decided_after_it_was_received check (decided >= received),
  constraint decided_one_way check ((decided is null) = (outcome is null)),
  constraint told_what_was_decided check (decided is not null or (told_orally is null and told_in_writing is null)),
  constraint told_after_the_decision check (told_orally >= decided and told_in_writing >= decided)
);
call kith.make_record('kith.adoption_panel', 'adoption');

-- Steps of a time missing that goes on: who of ours was told, and that everybody met.
create table kith.missing_step (like door.record_shape including defaults including constraints,
  episode uuid not null,
  step text not null check (step in ('service manager told', 'director told', 'everybody met')),
  taken date not null,
  taken_at timestamptz
);
call kith.make_record('kith.missing_step', 'missing');
call kith.follow('kith.missing_step', 'episode', 'kith.missing_episode');

-- In school years 10 and 11 a move that breaks off school is approved first.
insert into reference.decision_kind (name, scope, deciders, basis, says) values
  ('move in the exam years', 'plan', '{manager-line,director}', 'law',
   'A nominated officer approves a move in school years 10 and 11 that would disrupt education (Care Planning Regulations 2010, regulation 10).');
