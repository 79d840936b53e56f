-- A goodbye and a hello are two notes, often of two workers on two days; notes of both in one stand as they are.
alter table kith.story_note drop constraint story_note_kind_check;
alter table kith.story_note add constraint story_note_kind_check
  check (kind in ('good news', 'life story', 'goodbye and hello', 'goodbye', 'hello'));
