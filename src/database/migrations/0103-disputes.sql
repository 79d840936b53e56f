-- What a reviewing officer does between reviews: midpoint checks, alerts, and disputes with their stages. Decision 0135.
-- Only the child's reviewing officer writes them: not the worker, not a manager, and not the officer's own manager.

-- Halfway between two reviews: what was looked at, how the child is heard, and whether it goes as decided.
create table kith.midpoint_check (like door.record_shape including defaults including constraints,
  happened date not null,
  review uuid,                                                   -- the review after which it was made
  looked_at text[] not null check (cardinality(looked_at) > 0 and looked_at <@ array['decisions', 'care plan', 'home', 'visits', 'health', 'learning', 'family time', 'court', 'permanence', 'identity']),
  contact text not null check (contact in ('seen', 'spoken with', 'written with', 'through somebody else', 'no contact')),
  track text not null check (track in ('on track', 'concern', 'to be taken further')),
  foreign key (council, child, review) references kith.review (council, child, id)
);
call kith.make_record('kith.midpoint_check', 'reviews');

-- How far one decision has come, as it was found at a midpoint check. Told to those who hear the decision.
create table kith.midpoint_progress (like door.record_shape including defaults including constraints,
  midpoint uuid not null,
  decision uuid not null,
  progress text not null check (progress in ('carried out', 'under way', 'not begun', 'no longer right')),
  foreign key (council, child, midpoint) references kith.midpoint_check (council, child, id)
);
call kith.make_record('kith.midpoint_progress', 'reviews');
call kith.follow('kith.midpoint_progress', 'decision', 'kith.decision');

-- Good practice that others may learn from, and concerns that are no dispute, or not yet.
create table kith.reviewer_alert (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('good practice', 'concern')),
  about text not null check (about in ('care plan', 'permanence', 'visits', 'report late', 'health or learning out of date', 'decision not carried out',
    'what the carer may decide', 'family time', 'advocate', 'court', 'unregistered home', 'section 20', 'other')),
  raised date not null,
  on_table text check (on_table ~ '^[a-z_]+$'),                  -- where it was seen
  on_line uuid
);
call kith.make_record('kith.reviewer_alert', 'reviews');
call kith.may_point('kith.reviewer_alert');

create table kith.reviewer_alert_outcome (like door.record_shape including defaults including constraints,
  alert uuid not null,
  outcome text not null check (outcome in ('put right', 'taken up as a dispute', 'no longer a concern')),
  happened date not null
);
call kith.make_record('kith.reviewer_alert_outcome', 'reviews');
call kith.follow('kith.reviewer_alert_outcome', 'alert', 'kith.reviewer_alert');
create trigger one_standing after insert on kith.reviewer_alert_outcome for each row execute function kith.one_standing('alert');

-- A dispute: what is not right for the child, what should change, and what the child says.
create table kith.dispute (like door.record_shape including defaults including constraints,
  about text not null check (about in ('plan', 'home', 'delay', 'review', 'visits', 'health', 'learning', 'family time', 'advocacy', 'rights', 'taking part', 'safety', 'means')),
  raised date not null,
  child_told text not null check (child_told in ('told', 'not yet', 'not told')),
  on_table text check (on_table ~ '^[a-z_]+$'),
  on_line uuid
);
call kith.make_record('kith.dispute', 'reviews');
call kith.may_point('kith.dispute');

-- Taken to somebody: informally first, or to a manager; any may be passed over. Where the last day passes, it rises by itself.
create table kith.dispute_stage (like door.record_shape including defaults including constraints,
  dispute uuid not null,
  tier text not null check (tier in ('informal', 'team manager', 'service manager', 'head of service', 'director', 'chief executive')),
  begun date not null,
  answer_by date not null,
  asked_of uuid,                                                 -- the worker who is asked; a chief executive may have no account
  constraint answered_after_it_begins check (answer_by >= begun),
  foreign key (council, asked_of) references kith.worker
);
call kith.make_record('kith.dispute_stage', 'reviews');
call kith.follow('kith.dispute_stage', 'dispute', 'kith.dispute');
create index on kith.dispute_stage (council, asked_of) where asked_of is not null;

-- What a manager answers: by themselves, or as the reviewing officer was told. A promise with its day keeps it at that tier till then.
-- By tier, since nobody has written a stage of one to which it rose by itself.
create table kith.dispute_answer (like door.record_shape including defaults including constraints,
  dispute uuid not null,
  tier text not null check (tier in ('informal', 'team manager', 'service manager', 'head of service', 'director', 'chief executive')),
  answer text not null check (answer in ('agreed', 'agreed in part', 'not agreed')),
  answered date not null,
  promised date,
  answered_by uuid,
  constraint promised_after_it_was_answered check (promised is null or promised >= answered and answer <> 'not agreed'),
  foreign key (council, answered_by) references kith.worker
);
call kith.make_record('kith.dispute_answer', 'reviews');
call kith.follow('kith.dispute_answer', 'dispute', 'kith.dispute');
-- A manager answers in their own name, and changes nothing else of a dispute.
call kith.also_writes('kith.dispute_answer', $$answered_by = (select kith.me()) and kith.may(child, 'approve', 'plan') and kith.may(child, 'see', 'reviews')$$);
-- Only who wrote an answer changes it: neither side rewrites what the other said.
create function kith.wrote_version(of_table text, version uuid) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  mine boolean;
begin
  execute format('select exists (select from %I where council = here() and id = $1 and recorded_by = me())', of_table) into mine using version;
  return mine;
end $$;
alter function kith.wrote_version(text, uuid) owner to kith_rules;
grant execute on function kith.wrote_version(text, uuid) to kith_caseload, kith_wide;
create policy own_hand on kith.dispute_answer as restrictive for insert to kith_caseload, kith_wide
  with check (supersedes is null or kith.wrote_version('dispute_answer', supersedes));

-- Cafcass: at any time, by the reviewing officer alone; or why not.
create table kith.dispute_referral (like door.record_shape including defaults including constraints,
  dispute uuid not null,
  kind text not null check (kind in ('referred', 'decided not to')),
  happened date not null,
  legal_advice boolean not null
);
call kith.make_record('kith.dispute_referral', 'reviews');
call kith.follow('kith.dispute_referral', 'dispute', 'kith.dispute');

-- It is over when the child's circumstances have changed, or when it is withdrawn with a reason: the reviewing officer says so.
create table kith.dispute_end (like door.record_shape including defaults including constraints,
  dispute uuid not null,
  outcome text not null check (outcome in ('changed', 'changed in part', 'withdrawn')),
  happened date not null
);
call kith.make_record('kith.dispute_end', 'reviews');
call kith.follow('kith.dispute_end', 'dispute', 'kith.dispute');
create trigger one_standing after insert on kith.dispute_end for each row execute function kith.one_standing('dispute');
