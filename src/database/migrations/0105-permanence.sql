-- Where and with whom the child grows up, as it is planned: the plan, its alternatives that are followed at the same time, and
-- what it waits for since when. Another plan is another line: the one that was decided last stands.

create table kith.permanence_plan (like door.record_shape including defaults including constraints,
  option text not null check (option in ('return home', 'family and friends', 'special guardianship', 'child arrangements order', 'adoption', 'long-term foster care',
    'residential care', 'supported independence', 'not decided')),
  parallel text[] not null default '{}' check (parallel <@ array['return home', 'family and friends', 'special guardianship', 'child arrangements order', 'adoption',
    'long-term foster care', 'residential care', 'supported independence']),
  decided date not null,
  review uuid,                                                   -- the review that named it
  waits_for text not null check (waits_for in ('nothing', 'our decision', 'an assessment of family', 'the court', 'a home or a match', 'papers of ours', 'another service',
    'the carer', 'the child’s own time', 'not known')),
  waits_since date,
  constraint waits_since_a_day check ((waits_for = 'nothing') = (waits_since is null)),
  constraint alternatives_are_others check (not option = any (parallel)),
  foreign key (council, child, review) references kith.review (council, child, id)
);
call kith.make_record('kith.permanence_plan', 'plan');
