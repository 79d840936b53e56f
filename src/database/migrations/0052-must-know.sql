-- What whoever acts must know: short facts, seen in the header by those who need them to act, with a day of review.

-- Who needs it to act is the audience; nobody else reads it, though they see the header. Words: the fact.
create table kith.must_know (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('health', 'safety', 'communication', 'wish')),
  review_by date not null,
  ended date,
  end_reason text check (end_reason in ('no longer so', 'was for a time', 'said elsewhere now')),
  audience text[] not null check (cardinality(audience) > 0),
  must_not_know uuid[],
  check ((ended is null) = (end_reason is null))
);
call kith.make_record('kith.must_know', 'header');
call kith.wall_lines('kith.must_know');
