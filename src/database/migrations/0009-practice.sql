-- Reviews, visits, health, education, missing, leaving care: what happened, as the first clock needs it.

create table kith.review (like door.record_shape including defaults including constraints,
  held date not null,
  participation text,                                            -- how the child took part, for the return
  adjourned boolean not null default false,
  chaired_by uuid
);
call kith.make_record('kith.review', 'reviews');

-- What calls for a review before its time (regulation 32(3) and its like).
create table kith.review_call (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('placement ending', 'placing with a parent', 'care plan change', 'other arrangements',
    'accommodation ending', 'reviewing officer asks', 'visit finding', 'child asks')),
  called date not null,
  before date,                                                   -- the event that the review must come before
  justified boolean not null default true
);
call kith.make_record('kith.review_call', 'reviews');

-- A visit by anybody. Only the authority's representative satisfies the visiting duty.
create table kith.visit (like door.record_shape including defaults including constraints,
  happened date not null,
  began timestamptz,
  visitor uuid,
  visitor_role text not null check (visitor_role in ('representative', 'reviewing officer', 'independent visitor', 'advocate', 'supervising worker', 'other')),
  mode text not null check (mode in ('in person', 'telephone', 'video', 'other electronic')),
  virtual_approved_by uuid,                                      -- 25 Sep 2020 to 30 Sep 2021 only
  seen boolean,
  alone boolean,
  check (virtual_approved_by is null or virtual_approved_by <> visitor)
);
call kith.make_record('kith.visit', 'visits');

-- A visit that was asked for is owed, whatever the interval.
create table kith.visit_request (like door.record_shape including defaults including constraints,
  asked date not null,
  kind text not null default 'asked' check (kind in ('asked', 'notice')),  -- notice: about the child's home, section 30A
  asked_by text check (asked_by in ('child', 'parent', 'carer', 'home'))
);
call kith.make_record('kith.visit_request', 'visits');

create table kith.health_assessment (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('initial', 'review')),
  happened date not null,
  by_role text not null check (by_role in ('doctor', 'nurse', 'midwife', 'other')),
  outcome text not null default 'seen' check (outcome in ('seen', 'refused')),
  reported date,
  mode text check (mode in ('in person', 'telephone', 'video')),
  check (reported is null or reported >= happened)
);
call kith.make_record('kith.health_assessment', 'health');

-- What a return says about a year, not a day. It satisfies no dated duty.
create table kith.year_answer (like door.record_shape including defaults including constraints,
  year_ending date not null,
  question text not null check (question ~ '^[a-z-]+$'),
  answer text not null
);
call kith.make_record('kith.year_answer', 'health');
create table kith.conviction_year (like door.record_shape including defaults including constraints,
  year_ending date not null,
  convicted boolean not null
);
call kith.make_record('kith.conviction_year', 'legal');

create table kith.education_plan (like door.record_shape including defaults including constraints,
  stage text not null check (stage in ('initiated', 'effective')),
  happened date not null,
  quality text check (quality in ('good', 'needs work', 'not good enough'))
);
call kith.make_record('kith.education_plan', 'learning');

-- Where the child learns, and that school's own terms (a school's calendar is not about a child).
create table kith.school (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  urn         text,
  name        text not null,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  unique (council, urn)
);
create table kith.school_term (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  school      uuid not null,
  name        text not null,
  first_day   date not null,
  last_day    date not null,
  supersedes  uuid,
  retracted   boolean not null default false,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  unique (council, supersedes),
  foreign key (council, school) references kith.school,
  foreign key (council, supersedes) references kith.school_term,
  check (last_day > first_day)
);
call kith.wall_open('kith.school', 'administrator');
call kith.wall_open('kith.school_term', 'administrator');
grant insert (council, id, urn, name, recorded_by) on kith.school to kith_caseload, kith_wide, kith_service;
grant insert (council, id, school, name, first_day, last_day, supersedes, retracted, recorded_by) on kith.school_term to kith_caseload, kith_wide, kith_service;
create table kith.school_place (like door.record_shape including defaults including constraints,
  school uuid not null,
  during daterange not null check (not isempty(during)),
  foreign key (council, school) references kith.school
);
call kith.make_record('kith.school_place', 'learning');

-- The plan for a placement: prepared, and signed by the appropriate person, are two facts.
create table kith.placement_plan (like door.record_shape including defaults including constraints,
  placement uuid not null,
  prepared date not null,
  signed date,
  late_reason text check (late_reason in ('not reasonably practicable before the placement'))
);
call kith.make_record('kith.placement_plan', 'plan');
alter table kith.placement_plan add foreign key (council, child, placement) references kith.placement (council, child, id);

-- Missing, or away from where the child should be without permission.
create table kith.missing_episode (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('missing', 'away without authorisation')),
  since date not null,
  since_at timestamptz,
  until date,
  until_at timestamptz,
  check (until is null or until >= since)
);
call kith.make_record('kith.missing_episode', 'missing');
create table kith.return_interview (like door.record_shape including defaults including constraints,
  episode uuid not null,
  offered date,
  happened date not null,                                        -- held, or declined
  happened_at timestamptz,
  outcome text not null check (outcome in ('held', 'declined')),
  independent boolean
);
call kith.make_record('kith.return_interview', 'missing');
alter table kith.return_interview add foreign key (council, child, episode) references kith.missing_episode (council, child, id);

create table kith.care_leaver_answer (like door.record_shape including defaults including constraints,
  year_ending date not null,
  in_touch text,
  activity text,
  accommodation text
);
call kith.make_record('kith.care_leaver_answer', 'plan');

-- A lawful recorded reason that excuses one occurrence of one duty.
create table kith.excuse (like door.record_shape including defaults including constraints,
  rule text not null,
  occurrence text not null,
  reason text not null check (reason ~ '^[A-Za-z-]+$'),
  decided date not null
);
call kith.make_record('kith.excuse', 'oversight');
