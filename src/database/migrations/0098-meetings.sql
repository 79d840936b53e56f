-- Meetings about a child. What was shared is a note of its kind, whose paragraphs say whom each is about; beside it stand how and
-- where it was, how the child took part, when the next one is, and who was asked, came, or sent a report.

alter table kith.note drop constraint note_kind_check;
alter table kith.note add constraint note_kind_check
  check (kind in ('call or message', 'meeting', 'strategy meeting', 'disruption meeting', 'placement planning meeting', 'family meeting',
    'professionals'' meeting', 'family time', 'something happened', 'direct work', 'out of hours', 'other'));

-- `said`: the place, who chaired it, and how the child took part, in words. One stands for each note.
create table kith.meeting (like door.record_shape including defaults including constraints,
  note uuid not null,                                            -- the line of the note: kind, day, time, and what it is about stand there
  how text not null check (how in ('in person', 'by video', 'by telephone', 'partly in person')),
  child_part text not null check (child_part in ('was there', 'was there for a part', 'sent their views', 'somebody spoke for them',
    'chose not to', 'was not asked', 'is too young')),
  next_on date
);
call kith.make_record('kith.meeting', 'visits');
-- Whoever may read no paragraph of the note learns nothing of its meeting.
call kith.follow('kith.meeting', 'note', 'kith.note');
create trigger one_standing after insert on kith.meeting for each row execute function kith.one_standing('note');

-- One person or service a line; `said`: the name.
create table kith.meeting_guest (like door.record_shape including defaults including constraints,
  note uuid not null,
  place int not null check (place > 0),                          -- in which order they are read
  who text not null check (who in ('the child', 'brother or sister', 'parent', 'family', 'carer', 'the carers'' worker', 'social worker', 'manager',
    'reviewing officer', 'school', 'virtual school', 'health', 'police', 'lawyer', 'guardian', 'advocate', 'interpreter', 'another council', 'somebody else')),
  part text not null check (part in ('came', 'came and sent a report', 'sent a report', 'did not come', 'was not invited'))
);
call kith.make_record('kith.meeting_guest', 'visits');
call kith.follow('kith.meeting_guest', 'note', 'kith.note');

-- Whoever writes visits writes meetings too, though some of them, out of hours, read no notes: as with paragraphs.
drop policy follows on kith.meeting;
drop policy follows on kith.meeting_guest;
