-- A request for one's own file: who asked and how we know who they are, who answers by when, that it takes longer and why, and what was
-- handed over or why not (decision 0229). A change of the line is a step. Written by whoever may hand the record over, also of a copy
-- that is closed: it is still ours to answer for.

create table kith.file_request (like door.record_shape including defaults including constraints,
  asked date not null,
  asker text not null check (asker in ('themselves', 'a parent for them', 'a solicitor or advocate for them', 'somebody else for them')),
  identity text not null check (identity in ('known to us', 'asked for', 'shown')),
  shown_on date,                                                      -- the day on which what was asked for came
  answers uuid not null,                                              -- who of us answers
  extended_on date,                                                   -- the day on which they were told that it takes longer
  outcome text check (outcome in ('handed over', 'handed over in part', 'refused', 'withdrawn')),
  ended date,
  handed text check (handed in ('in person', 'by post', 'electronically', 'read here')),
  support text check (support in ('taken', 'not wanted', 'not offered')),
  left_out text[] not null default '{}' check (left_out <@ array['other people', 'serious harm', 'health not asked', 'legal advice', 'crime or court', 'adoption']),
  foreign key (council, answers) references kith.worker,
  constraint shown_on_a_day check ((identity = 'shown') = (shown_on is not null) and shown_on >= asked),
  constraint extended_once_asked check (extended_on >= asked),
  constraint ended_with_a_day check ((outcome is null) = (ended is null) and ended >= asked),
  constraint handed_in_some_way check ((outcome in ('handed over', 'handed over in part')) is not distinct from (handed is not null) or outcome is null and handed is null),
  constraint left_out_where_in_part check (cardinality(left_out) = 0 or outcome = 'handed over in part')
);
call kith.make_record('kith.file_request', 'documents');
create index on kith.file_request (council, answers) where outcome is null;
call kith.only_writes('kith.file_request', $$kith.may(child, 'takeOut', 'documents')$$);
