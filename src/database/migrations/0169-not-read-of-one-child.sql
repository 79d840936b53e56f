-- What a source covers it may have left unread of one child: one health check whose kind nobody understood says nothing of other children.

create table kith.source_gap (
  council     smallint not null references door.council,
  child       uuid not null,
  coverage    uuid not null,                                            -- of this event, for these days, the source does not speak of this child
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, child, coverage),
  foreign key (council, child) references kith.child,
  foreign key (council, coverage) references kith.source_coverage
);
call kith.wall('kith.source_gap', 'header');
drop policy caseload_writes on kith.source_gap;
drop policy wide_writes on kith.source_gap;
grant insert (council, child, coverage, recorded_by) on kith.source_gap to kith_service;
create trigger note_children after insert on kith.source_gap referencing new table as added for each statement execute function kith.note_named_children();
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'from source_coverage v where v.council = $1 and v.recorded <= $3 and v.source in (',
  'from source_coverage v where v.council = $1 and v.recorded <= $3 and not exists (select from source_gap g where g.council = $1 and g.child = k.child and g.coverage = v.id and g.recorded <= $3) and v.source in (');
