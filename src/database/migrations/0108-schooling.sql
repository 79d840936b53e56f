-- Learning as it goes: who rated a plan and of which term, attendance, suspensions and exclusions, finding a school after a move,
-- pupil premium plus; and what a school's terms leave out, without which school days cannot be counted.

alter table kith.education_plan
  add column term text check (term in ('autumn', 'spring', 'summer')),
  add column rated_by text check (rated_by in ('virtual school', 'designated teacher', 'somebody else')),
  add column rated date,
  add constraint rated_with_a_quality check ((rated_by is null or quality is not null) and (rated is null or rated_by is not null)),
  add constraint rated_once_it_is_there check (rated >= happened);
create or replace view kith.education_plan_current with (security_invoker = true) as
  select r.* from kith.education_plan r where r.change <> 'retraction'
    and not exists (select from kith.education_plan n where n.council = r.council and n.supersedes = r.id);
grant insert (term, rated_by, rated) on kith.education_plan to kith_caseload, kith_wide, kith_service;

-- Why the child left, and in which school year: a school year is not an age.
alter table kith.school_place
  add column left_because text check (left_because in ('a move of home', 'the usual end', 'excluded', 'another reason')),
  add column left_in_year smallint check (left_in_year between 0 and 13),
  add constraint left_for_a_reason check ((left_because is null and left_in_year is null) or upper(during) is not null);
create or replace view kith.school_place_current with (security_invoker = true) as
  select r.* from kith.school_place r where r.change <> 'retraction'
    and not exists (select from kith.school_place n where n.council = r.council and n.supersedes = r.id);
grant insert (left_because, left_in_year) on kith.school_place to kith_caseload, kith_wide, kith_service;

-- Half-term, and days on which nobody is taught.
alter table kith.school_term
  add column half_first date,
  add column half_last date,
  add column training date[] not null default '{}',
  add constraint half_term_in_the_term check ((half_first is null) = (half_last is null) and half_first <= half_last
    and half_first > first_day and half_last < last_day);
grant insert (half_first, half_last, training) on kith.school_term to kith_caseload, kith_wide, kith_service;

-- As a school counts: two sessions a day.
create table kith.attendance (like door.record_shape including defaults including constraints,
  since date not null,
  last date not null,
  possible smallint not null check (possible between 1 and 500),
  attended smallint not null check (attended >= 0),
  unauthorised smallint check (unauthorised >= 0),
  persistent boolean not null,                                   -- somebody judged it persistent absence
  constraint last_after_first check (last >= since),
  constraint within_what_was_possible check (attended + coalesce(unauthorised, 0) <= possible)
);
call kith.make_record('kith.attendance', 'learning');

create table kith.exclusion (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('suspension', 'permanent exclusion')),
  began date not null,                                           -- the first school day of it
  half_days smallint check (half_days between 1 and 90),
  told date,                                                     -- the day on which our worker or the virtual school was told
  education_from date,                                           -- the first day of other education
  governors date,                                                -- the day on which governors looked at it
  overturned date,
  constraint length_of_a_suspension check ((kind = 'suspension') = (half_days is not null)),
  constraint told_once_it_began check (told >= began - 1),
  constraint education_once_it_began check (education_from >= began),
  constraint looked_at_afterwards check (governors >= began and overturned >= began)
);
call kith.make_record('kith.exclusion', 'learning');

-- A school that was asked for a place. Its name is words where no school of the list is meant.
create table kith.school_application (like door.record_shape including defaults including constraints,
  school uuid,
  way text not null check (way in ('during the year', 'at the usual time', 'education, health and care plan', 'direction')),
  asked date not null,
  outcome text check (outcome in ('offered', 'refused', 'withdrawn')),
  answered date,
  constraint answered_on_a_day check ((outcome is null) = (answered is null)),
  constraint answered_after_it_was_asked check (answered >= asked),
  foreign key (council, school) references kith.school
);
call kith.make_record('kith.school_application', 'learning');

-- Education between schools.
create table kith.interim_education (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('tuition at home', 'tuition elsewhere', 'online lessons', 'alternative provision', 'hospital school')),
  since date not null,
  until date,                                                    -- the first day on which it is no longer given
  hours_a_week smallint check (hours_a_week between 1 and 40),
  constraint until_after_since check (until > since)
);
call kith.make_record('kith.interim_education', 'learning');

create table kith.pupil_premium (like door.record_shape including defaults including constraints,
  year_ending date not null check (extract(month from year_ending) = 3 and extract(day from year_ending) = 31),
  happened date not null,
  pence integer not null check (pence > 0),
  use text not null check (use in ('held for the child', 'tuition', 'mentoring or support', 'books or equipment', 'activity', 'technology', 'something else', 'given back'))
);
call kith.make_record('kith.pupil_premium', 'learning');

call kith.clock_reads('schooling', array[
  ['left',         'school_place',       'r.school, day(upper(r.during))', $w$ and r.left_because = 'a move of home'$w$],
  ['absences',     'attendance',         'day(r.last)', ' and r.persistent'],
  ['exclusions',   'exclusion',          'r.kind, day(r.began), r.half_days, day(r.education_from), day(r.governors), day(r.overturned)', ''],
  ['applications', 'school_application', 'r.school, day(r.asked), day(r.answered)', $w$ and r.way = 'during the year'$w$],
  ['interim',      'interim_education',  'day(r.since)', ''],
  ['premium',      'pupil_premium',      'day(r.year_ending), day(r.happened)', '']
]);

call kith.put_into('kith.bring_in(uuid, uuid, date, boolean)', ']) as e (event)', $q$, 'pupil-premium']) as e (event)$q$);
