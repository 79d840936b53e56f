-- That a child was told what a dispute came to, or one answer of it: by whom, when, how; or why not, and when it is asked again. Each
-- time is a row more, so that being told later stands beside that they were not. Decision 0187.
create table kith.dispute_telling (like door.record_shape including defaults including constraints,
  dispute uuid not null,
  about text not null check (about in ('an answer', 'what came of it')),
  told boolean not null,
  happened date not null,                                        -- the day they were told, or on which it was decided not to yet
  how text check (how in ('together in person', 'by phone or video', 'in writing', 'through an interpreter', 'through an advocate', 'through somebody else')),
  told_by uuid,                                                  -- the worker who told them; null: somebody named in the words
  not_told_why text check (not_told_why in ('not safe yet', 'not reached yet', 'they do not want to hear it now', 'would harm an inquiry', 'a court forbids it')),
  ask_again date,
  "view" uuid,                                                   -- what the child said to it: heard by those of whom they were told
  constraint told_how_or_why_not check (told = (how is not null) and told = (not_told_why is null) and told = (ask_again is null)),
  constraint nobody_told_who_was_not check (told or (told_by is null and "view" is null)),
  constraint asked_again_afterwards check (ask_again is null or ask_again > happened),
  foreign key (council, told_by) references kith.worker,
  foreign key (council, child, "view") references kith.view (council, child, id)
);
call kith.make_record('kith.dispute_telling', 'reviews');
call kith.follow('kith.dispute_telling', 'dispute', 'kith.dispute');
create index on kith.dispute_telling (council, child, "view") where "view" is not null;
create index on kith.dispute_telling (council, told_by) where told_by is not null;
