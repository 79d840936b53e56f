-- Meetings that lie ahead: set for a day, with who is asked; moved, cancelled with a reason, or held, which is the note that was then
-- written. One meeting of several children is a line on each record, so that each has its own readers; `gathering` holds them together.

-- `said`: where, who chairs, what it is about, and why it was cancelled.
create table kith.planned_meeting (like door.record_shape including defaults including constraints,
  gathering uuid not null,
  kind text not null check (kind in ('meeting', 'strategy meeting', 'disruption meeting', 'placement planning meeting', 'family meeting', 'professionals'' meeting')),
  meets date not null,
  begins timestamptz,                                              -- null: no time is set
  how text not null check (how in ('in person', 'by video', 'by telephone', 'partly in person')),
  state text not null default 'ahead' check (state in ('ahead', 'cancelled', 'held')),
  note uuid,                                                     -- the line of the note of the meeting that was held
  constraint held_is_written check ((state = 'held') = (note is not null)),
  constraint cancelled_with_a_reason check (state <> 'cancelled' or said is not null),
  foreign key (council, child, note) references kith.note (council, child, id)
);
call kith.make_record('kith.planned_meeting', 'visits');
create index on kith.planned_meeting (council, gathering);
create index on kith.planned_meeting (council, meets);

-- One person or service a line; `said`: the name. A worker of the council has it among their days.
create table kith.meeting_invitation (like door.record_shape including defaults including constraints,
  planned uuid not null,                                         -- the line of the meeting
  place int not null check (place > 0),
  who text not null check (who in ('the child', 'brother or sister', 'parent', 'family', 'carer', 'the carers'' worker', 'social worker', 'manager',
    'reviewing officer', 'school', 'virtual school', 'health', 'police', 'lawyer', 'guardian', 'advocate', 'interpreter', 'another council', 'somebody else')),
  answer text not null check (answer in ('not answered', 'will come', 'will send a report', 'cannot come')),
  worker uuid,
  foreign key (council, child, planned) references kith.planned_meeting (council, child, id),
  foreign key (council, worker) references kith.worker (council, id)
);
call kith.make_record('kith.meeting_invitation', 'visits');
create index on kith.meeting_invitation (council, child, planned);
create index on kith.meeting_invitation (council, worker) where worker is not null;
