-- Reviews, visits, health, education, missing, leaving care: what happened, as the first clock needs it.

create table kith.review (like door.record_shape including defaults including constraints,
  held date not null,
  participation text,                                            -- how the child took part, for the return
  adjourned boolean not null default false,
  early_reason text,
  chaired_by uuid
);
call kith.make_record('kith.review', 'reviews');

-- A visit by anybody. Only the authority's representative satisfies the visiting duty.
create table kith.visit (like door.record_shape including defaults including constraints,
  happened date not null,
  began timestamptz,
  visitor uuid,
  visitor_role text not null check (visitor_role in ('representative', 'reviewing officer', 'independent visitor', 'advocate', 'other')),
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
  asked_by text not null check (asked_by in ('child', 'parent', 'carer', 'home'))
);
call kith.make_record('kith.visit_request', 'visits');

create table kith.health_assessment (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('initial', 'review')),
  happened date not null,
  by_role text check (by_role in ('registered medical practitioner', 'nurse or midwife', 'other')),
  mode text check (mode in ('in person', 'telephone', 'video'))
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
  kind text not null check (kind in ('initial', 'review')),
  happened date not null,
  quality text check (quality in ('good', 'needs work', 'not good enough'))
);
call kith.make_record('kith.education_plan', 'learning');

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
  offered timestamptz,
  held timestamptz,
  refused timestamptz,
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
  reason text not null check (reason ~ '^[a-z-]+$')
);
call kith.make_record('kith.excuse', 'oversight');
