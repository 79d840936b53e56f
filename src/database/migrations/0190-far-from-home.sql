-- Why a child lives far from home: a reason of fixed codes that tells distance that protects from distance that fails; and either what
-- would bring them nearer, or that they are settled and stay, with how family, school, health and brothers and sisters are kept close.

create table kith.home_distance (like door.record_shape including defaults including constraints,
  placement uuid not null,
  on_day date not null,                                          -- how it stood on that day: the latest of a home counts
  reason text not null check (reason in ('noneAvailable', 'refusedNeed', 'refusedMatching', 'specialist', 'keptSafe', 'withFamily', 'childsChoice')),
  answer text not null check (answer in ('nearer', 'stays', 'not decided')),
  wish text not null check (wish in ('nearer', 'stay', 'cannot say', 'not asked')),
  would_help text[] not null default '{}',
  nearer_by date,
  officer_agreed date,
  school_minutes smallint check (school_minutes between 0 and 600),
  family_minutes smallint check (family_minutes between 0 and 1440),
  health text check (health in ('as near', 'harder', 'delayed')),
  constraint what_would_help check (would_help <@ array['home here', 'home for all of them', 'help for carers', 'school year', 'treatment', 'safety', 'court', 'own wish', 'another']),
  constraint nearer_with_what_would_help check (answer <> 'nearer' or would_help <> '{}'),
  constraint a_day_only_of_coming_nearer check (nearer_by is null or answer = 'nearer'),
  constraint stays_as_agreed check (answer <> 'stays' or (wish in ('stay', 'cannot say') and officer_agreed is not null))
);
call kith.make_record('kith.home_distance', 'plan');
alter table kith.home_distance add foreign key (council, child, placement) references kith.placement (council, child, id);
create index on kith.home_distance (council, child, placement);
