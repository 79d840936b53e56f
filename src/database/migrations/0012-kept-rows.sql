-- Rows of a source that could not be taken: kept word for word, with the reason as a code, and shown on the child.

create table kith.kept_row (like door.record_shape including defaults including constraints,
  file text not null check (file <> ''),
  sheet text not null check (sheet ~ '^[A-Za-z0-9]+$'),         -- which table of the return
  row_number int not null check (row_number > 0),                -- as a spreadsheet counts: the heading is row 1
  field text,                                                    -- the column to blame; null: the row as a whole
  reason text not null check (reason ~ '^[a-z-]+$'),
  taken text not null check (taken in ('not', 'in part'))        -- in part: the rest of the row is in the record
);
call kith.make_record('kith.kept_row', 'documents');

-- The same for rows that name no child: nobody's record, so only those who look after the council's returns read them.
create table kith.stray_row (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  source      uuid not null,
  file        text not null check (file <> ''),
  sheet       text not null check (sheet ~ '^[A-Za-z0-9]+$'),
  row_number  int not null check (row_number > 0),
  field       text,
  reason      text not null check (reason ~ '^[a-z-]+$'),
  said        bytea not null,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  retention_class text not null default 'child-in-care',
  retention_start date,
  primary key (council, id),
  foreign key (council, source) references kith.source
);
call kith.wall_open('kith.stray_row', 'administrator');
drop policy council_sees on kith.stray_row;
create policy analysts on kith.stray_row for select to kith_caseload, kith_wide
  using (council = (select kith.here()) and ((select kith.i_am('administrator')) or (select kith.i_am('analyst'))));
grant insert (council, id, source, file, sheet, row_number, field, reason, said, recorded_by) on kith.stray_row to kith_caseload, kith_wide, kith_service;
