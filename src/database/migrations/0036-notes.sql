-- Notes: what happened and was written. Two parts of the record, each with paragraphs of their own: what workers write of their
-- work (visits), and what is written for the child to read one day (story). Key events are marks upon any line.

do $notes$
declare
  part record;
begin
  for part in select * from (values
    ('note', 'visits', $k$'call or message', 'meeting', 'family time', 'something happened', 'direct work', 'out of hours', 'other'$k$),
    ('story_note', 'story', $k$'good news', 'life story', 'goodbye and hello'$k$)
  ) as p (name, scope, kinds)
  loop
    -- `said`: who was there, by name
    execute format($q$create table kith.%I (like door.record_shape including defaults including constraints,
      event uuid not null,                                       -- the same for every child for whom it was written at once
      kind text not null check (kind in (%s)),
      happened date not null,
      began timestamptz,                                         -- null: the time is not known
      present text[] not null default '{}',
      came_from text not null default 'seen or heard by the writer' check (came_from in ('seen or heard by the writer', 'the child', 'family',
        'carer', 'school', 'health', 'police', 'court or lawyer', 'another service', 'somebody else')),
      terms text not null default 'own record' check (terms in ('own record', 'filed in proceedings', 'legal advice', 'police', 'in confidence', 'about a third party')),
      on_table text check (on_table ~ '^[a-z_]+$'),
      on_line uuid,
      constraint began_on_that_day check (began is null or (began at time zone 'Europe/London')::date = happened),
      constraint present_is_known check (present <@ array['child', 'brother or sister', 'parent', 'family', 'carer', 'worker', 'manager',
        'reviewing officer', 'school', 'health', 'police', 'advocate', 'interpreter', 'somebody else'])
    )$q$, part.name, part.kinds);
    call kith.make_record(format('kith.%I', part.name)::regclass, part.scope);
    call kith.may_point(format('kith.%I', part.name)::regclass);
    execute format('create index on kith.%I (council, event)', part.name);

    execute format($q$create table kith.%I (like door.record_shape including defaults including constraints,
      note uuid not null,
      place int not null check (place > 0),                      -- in which order they are read
      about text not null check (about in ('this child', 'brother or sister', 'parent', 'carer', 'somebody else')),
      person uuid,                                               -- who that is, where they are a person of the record
      audience text[],
      must_not_know uuid[],
      audience_why text check (audience_why in ('not released', 'court order', 'Children Act 1989 Sch 2 para 15(4)', 'safety of the child',
        'wish of the child', 'carer''s safety', 'private to whom it is about', 'told in confidence')),
      constraint audience_has_a_reason check ((audience is null and must_not_know is null) or audience_why is not null),
      foreign key (council, person) references kith.person
    )$q$, part.name || '_paragraph');
    call kith.make_heard_record(format('kith.%I', part.name || '_paragraph')::regclass, part.scope);
    execute format('alter table kith.%1$I add foreign key (council, child, note) references kith.%2$I (council, child, id)', part.name || '_paragraph', part.name);
    execute format('create index on kith.%I (council, child, note)', part.name || '_paragraph');
    -- Of a note without a paragraph that they may read, somebody learns nothing: not that there was one, nor on which day.
    execute format('create policy spoken on kith.%1$I as restrictive for select to kith_caseload, kith_wide using (exists (
      select from kith.%2$I p where p.council = %1$I.council and p.child = %1$I.child and p.note = %1$I.line))', part.name, part.name || '_paragraph');
  end loop;
end $notes$;

-- A key event: a mark on a line of any table, by whom and why, with words of its own: what it hangs on stays with its own readers.
create table kith.key_event (like door.record_shape including defaults including constraints,
  happened date not null,
  kept_for text not null check (kept_for in ('story and chronology', 'story', 'chronology')),
  on_table text not null check (on_table ~ '^[a-z_]+$'),
  on_line uuid not null,
  audience text[],
  must_not_know uuid[],
  audience_why text check (audience_why in ('not released', 'court order', 'Children Act 1989 Sch 2 para 15(4)', 'safety of the child',
    'wish of the child', 'carer''s safety', 'private to whom it is about', 'told in confidence')),
  constraint audience_has_a_reason check ((audience is null and must_not_know is null) or audience_why is not null)
);
call kith.make_heard_record('kith.key_event', 'story');
call kith.may_point('kith.key_event');
create trigger one_standing after insert on kith.key_event for each row execute function kith.one_standing('on_line');
