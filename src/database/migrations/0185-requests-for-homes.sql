-- From a request for a home to the review of what was found (decision 0200): what a child asks for, places that matter to them, every
-- step about one home as it was given that day, what was decided, and how it is after 72 hours, 28 and 90 days.

-- Words: what the child says themselves; what they are good at and like; what people like about them; who matters; what helps; how they
-- show how they feel; hopes; the first days; who of the family was considered; what of faith and culture matters to them.
create table kith.home_request (like door.record_shape including defaults including constraints,
  needed_by date not null,
  emergency boolean not null,
  kinds text[] not null check (kinds <@ array['foster', 'childrensHome', 'supportedAccommodation'] and cardinality(kinds) > 0),
  family_considered boolean not null,                            -- whether parents and people they are connected with were (section 22C)
  no_family_home boolean not null,                               -- there is none to measure from, as for a child who came alone
  living_with text not null check (living_with in ('anybody', 'nobodyElse', 'onlyOlder', 'onlyYounger')),
  with_siblings uuid[],                                          -- children of the record with whom they are to live
  needs text[] not null,                                         -- assessed, by the skill that meets each
  must_have text[] not null,
  hopes text[] not null,
  no_pets text[] not null,
  school_year int check (school_year between 1 and 13),
  faith_matters boolean not null,                                -- the child or the family said so
  closed date,                                                   -- nobody looks any more from that day
  closed_why text check (closed_why in ('found', 'stays where they are', 'not needed')),
  constraint closed_with_a_reason check ((closed is null) = (closed_why is null)),
  constraint needs_of_the_list check (needs <@ array['first aid', 'safer caring', 'therapeutic care', 'attachment and loss', 'autism', 'learning disability',
    'physical disability', 'medical care', 'allergies', 'diabetes', 'epilepsy', 'mental health', 'self-harm', 'exploitation', 'going missing', 'drugs and alcohol',
    'sexual harm', 'babies', 'parent and child', 'brothers and sisters', 'children who came alone', 'hair and skin care', 'moving on']),
  constraint what_homes_answer check (must_have || hopes <@ array['to stay to 18 and after', 'a bedroom of their own', 'no steps', 'a dog', 'a cat', 'small animals', 'horses or farm animals',
    'speaks British Sign Language', 'speaks Albanian', 'speaks Amharic', 'speaks Arabic', 'speaks Bengali', 'speaks Chinese', 'speaks Dari', 'speaks Farsi', 'speaks French',
    'speaks Gujarati', 'speaks Hindi', 'speaks Kurdish', 'speaks Lithuanian', 'speaks Pashto', 'speaks Polish', 'speaks Portuguese', 'speaks Punjabi', 'speaks Romani', 'speaks Romanian',
    'speaks Somali', 'speaks Spanish', 'speaks Tigrinya', 'speaks Turkish', 'speaks Ukrainian', 'speaks Urdu', 'speaks Vietnamese', 'speaks Welsh', 'speaks Yoruba']),
  constraint pets_of_the_list check (no_pets <@ array['dog', 'cat', 'small animals', 'birds', 'reptiles', 'horses or farm animals'])
);
call kith.make_record('kith.home_request', 'matching');

-- Somewhere that matters, or from which to keep away. Words: what it is called, and what happens there.
create table kith.request_place (like door.record_shape including defaults including constraints,
  request uuid not null,
  kind text not null check (kind in ('family home', 'school', 'family', 'friends', 'worship', 'activity', 'health', 'keep away')),
  postcode text check (postcode = upper(postcode) and postcode <> ''),
  protected boolean not null,                                    -- an address that must not be found: bands take the place of miles
  per_month int check (per_month between 1 and 62),              -- null: not known how often
  miles int check (miles between 1 and 100),                     -- how far to keep away
  firm boolean not null,                                         -- never, whatever anybody plans
  constraint miles_to_keep_away check ((kind = 'keep away') = (miles is not null)),
  constraint firm_about_keeping_away check (kind = 'keep away' or not firm),
  foreign key (council, child, request) references kith.home_request (council, child, id)
);
call kith.make_record('kith.request_place', 'matching');
create index on kith.request_place (council, child, request);

-- One step about one home, never changed: only taken back. Words: what the home is called, since not everybody who works with the child
-- works with homes; and what was said, shared or asked, as it was given.
create table kith.home_step (like door.record_shape including defaults including constraints,
  request uuid not null,
  household uuid not null,
  kind text not null check (kind in ('shortlisted', 'not right', 'put back', 'child says no', 'child is heard', 'asked', 'question', 'answer', 'not known', 'yes', 'no')),
  happened date not null,
  version uuid,                                                  -- of the request, as it was shared
  left_out text[],                                               -- parts of the profile that were not shared
  until date,                                                    -- until when what was shared may be kept
  reason text check (reason in ('no place', 'need', 'matching', 'distance', 'age', 'who lives there', 'pause', 'another child', 'another')),
  constraint shared_when_asked check (case kind when 'asked' then version is not null and left_out is not null and until is not null
    else version is null and left_out is null and until is null end),
  constraint a_no_has_a_reason check ((kind = 'no') = (reason is not null)),
  constraint left_out_of_the_list check (left_out <@ array['own', 'good', 'like', 'who', 'helps', 'feelings', 'hopes', 'first', 'faith']),
  foreign key (council, child, request) references kith.home_request (council, child, id),
  foreign key (council, household) references kith.household (council, id),
  foreign key (council, version) references kith.home_request (council, id)
);
call kith.make_record('kith.home_step', 'matching');
create index on kith.home_step (council, child, request);
create index on kith.home_step (council, household);

-- Which home it is, decided by a named person. Words: what the home is called, why, what the child says, what was not to be had, why not
-- the first of the list, and what had to be decided besides.
create table kith.match_decision (like door.record_shape including defaults including constraints,
  request uuid not null,
  household uuid not null,
  decided date not null,
  starts date not null,
  settings text not null check (settings ~ '^[a-z0-9-]{1,30}$'), -- the version of the settings of the list
  list_hash text not null check (list_hash ~ '^[0-9a-f]{64}$'),  -- of what the list was made of
  listed uuid[] not null,                                        -- the homes that were shown, in their order
  -- whose decisions it needed first
  needed text[] not null check (needed <@ array['nominatedOfficer', 'director', 'homeAuthority', 'fosteringService', 'serviceManager', 'provider', 'socialWorker', 'childsPerson']),
  distance_reason text check (distance_reason in ('not at a distance', 'refused for need', 'refused for matching', 'none locally', 'keeps them safe', 'child or family asked', 'another')),
  foreign key (council, child, request) references kith.home_request (council, child, id),
  foreign key (council, household) references kith.household (council, id)
);
call kith.make_record('kith.match_decision', 'matching');
create index on kith.match_decision (council, child, request);
create index on kith.match_decision (council, household);
create trigger one_standing after insert on kith.match_decision for each row execute function kith.one_standing('request');

-- How it is, after a while. Words: in the child's own words, what was promised and has not come, what is done.
create table kith.match_review (like door.record_shape including defaults including constraints,
  decision uuid not null,
  stage text not null check (stage in ('72 hours', '28 days', '90 days')),
  happened date not null,
  goes text not null check (goes in ('goes on', 'more is needed', 'look again')),
  foreign key (council, child, decision) references kith.match_decision (council, child, id)
);
call kith.make_record('kith.match_review', 'matching');
create index on kith.match_review (council, child, decision);

-- How many must-knows of a child stand which the asker does not hear, so that nobody believes that they told all. Of no child of whom
-- the asker may not see what homes have to know.
create function kith.must_knows_unheard(whom uuid, heard uuid[]) returns int language sql stable security definer set search_path = kith, pg_temp as $$
  select count(*)::int from must_know_current m where m.council = here() and m.child = whom and (m.ended is null or m.ended > current_date)
    and m.line <> all (heard) and may(whom, 'see', 'matching') $$;
revoke all on function kith.must_knows_unheard(uuid, uuid[]) from public;
alter function kith.must_knows_unheard(uuid, uuid[]) owner to kith_rules;
grant execute on function kith.must_knows_unheard(uuid, uuid[]) to kith_caseload, kith_wide;

insert into reference.decision_kind (name, scope, deciders, basis, says) values
  ('must-know left out', 'matching', '{manager-line,director}', 'local', 'A home is not told something that it should know to keep this child and others safe.');
