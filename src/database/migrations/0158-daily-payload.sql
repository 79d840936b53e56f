-- What was sent to the Department for Education, when, and what it answered: numbers and ids, nothing of what was sent.

create table kith.department_sending (
  council   smallint not null references door.council,
  id        uuid not null default kith.new_id(),
  day       date not null,                                       -- the day that the children stood on
  host      text not null check (host ~ '^[a-z0-9.:-]+$'),       -- to which server
  outcome   text not null check (outcome in ('all received', 'some refused', 'stopped')),
  stopped_by text check (stopped_by ~ '^(no answer|[0-9]{3})$'), -- what the last answer was, where it stopped
  asked     int not null check (asked >= 0),                     -- children who were to be sent: new, changed or to be removed
  received  int not null check (received >= 0),
  refused   int not null check (refused >= 0),
  removed   int not null check (removed >= 0),                   -- of those received: to be removed there
  same      int not null check (same >= 0),                      -- as they were sent last: not sent again
  unnamed   int not null check (unnamed >= 0),                   -- the council has given them no id that the Department takes
  recorded_by uuid not null,
  recorded  timestamptz not null default now(),
  primary key (council, id),
  constraint stopped_by_something check ((outcome = 'stopped') = (stopped_by is not null))
);
alter table kith.department_sending enable row level security;
alter table kith.department_sending force row level security;
comment on table kith.department_sending is 'counts of what was sent to the Department, of no child';
grant select on kith.department_sending to kith_caseload, kith_wide, kith_service;
grant insert (council, id, day, host, outcome, stopped_by, asked, received, refused, removed, same, unnamed, recorded_by) on kith.department_sending to kith_service;
create policy sees on kith.department_sending for select to kith_caseload, kith_wide
  using (council = (select kith.here()) and (select kith.i_am('analyst') or kith.i_am('director')));
create policy service on kith.department_sending to kith_service using (council = (select kith.here())) with check (council = (select kith.here()));
create trigger note_change after insert on kith.department_sending referencing new table as added for each statement execute function kith.note_council_change();

-- What the Department holds of a child: a fingerprint of what was sent last, and the ids in it, so that what is gone here is removed there.
create table kith.department_receipt (
  council   smallint not null references door.council,
  id        uuid not null default kith.new_id(),
  child     uuid not null,
  sent_as   text not null check (sent_as ~ '^[A-Za-z0-9]{1,20}$'),
  hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
  parts     text not null check (parts ~ '^[A-Za-z0-9_/ -]*$'),  -- episode/placement, with spaces between
  removed   boolean not null,
  receipt   text check (receipt ~ '^[0-9a-f-]{36}$'),
  recorded_by uuid not null,
  recorded  timestamptz not null default now(),
  primary key (council, id),
  foreign key (council, child) references kith.child
);
create index on kith.department_receipt (council, child, recorded);
alter table kith.department_receipt enable row level security;
alter table kith.department_receipt force row level security;
comment on table kith.department_receipt is 'ids of what the Department holds, read by the service that sends';
grant select on kith.department_receipt to kith_service;
grant insert (council, id, child, sent_as, hash, parts, removed, receipt, recorded_by) on kith.department_receipt to kith_service;
create policy service on kith.department_receipt to kith_service using (council = (select kith.here())) with check (council = (select kith.here()));
create trigger note_change after insert on kith.department_receipt referencing new table as added for each statement execute function kith.note_council_change();

insert into door.task values ('daily-payload');
