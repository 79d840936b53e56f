-- Getting care: referrals and what they wait for, consent and refusal by understanding, and the practices with which a child is registered.

-- Asked for, answered, offered, seen, over: each a version of one line.
create table kith.health_referral (like door.record_shape including defaults including constraints,
  asked date not null,
  asked_for text not null check (asked_for in ('mental health', 'speech and language', 'movement or daily skills', 'hearing or sight', 'children''s doctor',
    'dentist or orthodontist', 'learning disability', 'autism or attention', 'drugs or alcohol', 'sexual health', 'something else')),
  asked_by text not null check (asked_by in ('social worker', 'health team', 'family doctor', 'school', 'carer', 'child', 'parent', 'somebody else')),
  answer text check (answer in ('accepted', 'refused')),
  answered date,
  offered date,                                                  -- the day for which a first appointment was offered; it may lie ahead
  seen date,
  seen_by text check (seen_by in ('doctor', 'nurse', 'psychologist', 'therapist', 'dentist', 'another worker')),
  mode text check (mode in ('in person', 'telephone', 'video')),
  waits_for text check (waits_for in ('an answer', 'a first appointment', 'another area to agree', 'distance', 'a home that is settled', 'consent',
    'a report', 'an interpreter or equipment', 'somebody to take them', 'treatment')),
  outcome text check (outcome in ('treatment or support began', 'nothing further needed', 'passed on', 'the child said no', 'closed without being seen')),
  ended date,
  constraint answered_on_a_day check ((answer is null) = (answered is null)),
  constraint answered_after_it_was_asked check (answered >= asked),
  constraint offered_after_it_was_asked check (offered >= asked),
  constraint seen_after_it_was_asked check (seen >= asked),
  constraint seen_by_somebody check ((seen is null) = (seen_by is null) and (mode is null or seen is not null)),
  constraint ended_with_an_outcome check ((outcome is null) = (ended is null)),
  constraint ended_after_it_was_asked check (ended >= asked),
  constraint over_waits_for_nothing check (outcome is null or waits_for is null)
);
call kith.make_record('kith.health_referral', 'health');

-- Understanding decides, not an age (Care Planning Regulations 2010, reg 7(4)).
create table kith.health_consent (like door.record_shape including defaults including constraints,
  about text not null check (about in ('initial health assessment', 'review health assessment', 'dentist', 'immunisation', 'treatment', 'sharing what health knows', 'something else')),
  answer text not null check (answer in ('yes', 'no', 'taken back')),
  by_whom text not null check (by_whom in ('child', 'parent', 'somebody with parental responsibility', 'council', 'court')),
  understands text not null check (understands in ('yes', 'no', 'not judged')),
  decided date not null,
  offered_again date,
  constraint offered_again_after_a_no check (offered_again is null or (answer <> 'yes' and offered_again > decided))
);
call kith.make_record('kith.health_consent', 'health');

-- The name and where it is are words.
create table kith.practice (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('doctor', 'dentist', 'optician')),
  since date not null,
  until date,                                                    -- the first day on which the child is no longer registered there
  near date,                                                     -- the day on which it was last found near enough to a home that came later
  constraint until_after_since check (until > since),
  constraint near_while_registered check (near > since and (until is null or near < until))
);
call kith.make_record('kith.practice', 'health');

-- Only a child who understands says no for themselves.
call kith.clock_reads('healthCare', array[
  ['practices', 'practice',       'r.kind, day(r.since), day(r.until), day(r.near)', ''],
  ['noes',      'health_consent', 'r.about, day(r.decided)',
    $w$ and r.answer = 'no' and r.by_whom = 'child' and r.understands = 'yes' and r.about in ('initial health assessment', 'review health assessment')$w$]
]);

-- The council's own record speaks of these from now on, of a child whom its own form brings into care.
call kith.put_into('kith.bring_in(uuid, uuid, date, boolean)', ']) as e (event)', $q$, 'registration']) as e (event)$q$);
