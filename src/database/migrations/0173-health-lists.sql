-- Lists of dates that a health provider sends: the list, what each row of it was for a child's record, which rows nobody understood, and
-- what a person decided where a list and the record differ. The facts themselves are recorded by whoever took the list. Decision 0189.

alter table kith.health_referral
  add column received date,                                      -- when the service had it, as the service says
  add constraint received_after_it_was_asked check (received >= asked);
create or replace view kith.health_referral_current with (security_invoker = true) as
  select r.* from kith.health_referral r where r.change <> 'retraction'
    and not exists (select from kith.health_referral_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (received) on kith.health_referral to kith_caseload, kith_wide, kith_service;

-- Of no child. The file itself is kept nowhere.
create table kith.health_list (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  kind        text not null check (kind in ('referrals', 'assessments')),
  provider    text not null check (provider ~ '^[[:alnum:]][[:alnum:] .,&()''’/+-]{0,79}$'),
  of_day      date not null,                                     -- the day of which the list speaks, as the provider says
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  rows_read   int not null check (rows_read >= 0),
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  unique (council, kind, provider, of_day, fingerprint)
);
alter table kith.health_list enable row level security;
alter table kith.health_list force row level security;
comment on table kith.health_list is 'lists of dates of health providers, of no child';
grant select on kith.health_list to kith_caseload, kith_wide, kith_service, kith_rules;
grant insert (council, id, kind, provider, of_day, fingerprint, rows_read, recorded_by) on kith.health_list to kith_caseload, kith_wide, kith_service;
create policy council_sees on kith.health_list for select to kith_caseload, kith_wide using (council = (select kith.here()));
create policy own_hand on kith.health_list for insert to kith_caseload, kith_wide with check (council = (select kith.here()) and recorded_by = (select kith.me())
  and (select kith.stands_as(array['health-team', 'allocated-worker'])));
create policy service on kith.health_list to kith_service using (council = (select kith.here())) with check (council = (select kith.here()));
create policy rules on kith.health_list to kith_rules using (true) with check (true);
create trigger note_change after insert on kith.health_list referencing new table as added for each statement execute function kith.note_council_change();

-- One row of a list that was understood and names a child: taken, known already, or otherwise than the record.
create table kith.health_list_row (like door.record_shape including defaults including constraints,
  list uuid not null,
  row_number int not null check (row_number > 1),                -- as a spreadsheet counts: the heading is row 1
  outcome text not null check (outcome in ('taken', 'known', 'contradicts')),
  fields text[] not null default '{}' check (fields <@ array['asked_for', 'asked', 'asked_by', 'received', 'answer', 'answered', 'offered', 'seen', 'seen_by',
    'outcome', 'ended', 'reason', 'kind', 'happened', 'by_role', 'reported']),   -- in which it contradicts, or which it filled
  reference text check (reference ~ '^[A-Za-z0-9_./:-]{1,40}$'), -- the provider's own
  on_table text check (on_table in ('health_referral', 'health_assessment')),
  on_line uuid,
  foreign key (council, list) references kith.health_list
);
call kith.make_record('kith.health_list_row', 'health');
call kith.may_point('kith.health_list_row');
create index on kith.health_list_row (council, list);

-- Where a list and the record differ: which is right, decided by a person.
create table kith.health_list_decision (like door.record_shape including defaults including constraints,
  of_row uuid not null,
  decision text not null check (decision in ('the record stands', 'the list is right'))
);
call kith.make_record('kith.health_list_decision', 'health');
call kith.follow('kith.health_list_decision', 'of_row', 'kith.health_list_row');
create trigger one_standing after insert on kith.health_list_decision for each row execute function kith.one_standing('of_row');

-- Rows that were not taken: why, and never what they held. Whoever took the list reads them, since they hold the file.
create table kith.health_list_fault (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  list        uuid not null,
  row_number  int not null check (row_number > 0),
  field       text check (field ~ '^[a-z_]{1,30}$'),
  says        text not null check (says <> '' and length(says) <= 300),
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  foreign key (council, list) references kith.health_list
);
create index on kith.health_list_fault (council, list);
alter table kith.health_list_fault enable row level security;
alter table kith.health_list_fault force row level security;
comment on table kith.health_list_fault is 'rows of health lists that were not understood, of no child: read by whoever took the list';
grant select on kith.health_list_fault to kith_caseload, kith_wide, kith_service, kith_rules;
grant insert (council, id, list, row_number, field, says, recorded_by) on kith.health_list_fault to kith_caseload, kith_wide, kith_service;
create policy own_sees on kith.health_list_fault for select to kith_caseload, kith_wide using (council = (select kith.here()) and recorded_by = (select kith.me()));
create policy own_hand on kith.health_list_fault for insert to kith_caseload, kith_wide with check (council = (select kith.here()) and recorded_by = (select kith.me())
  and (select kith.stands_as(array['health-team', 'allocated-worker'])));
create policy service on kith.health_list_fault to kith_service using (council = (select kith.here())) with check (council = (select kith.here()));
create policy rules on kith.health_list_fault to kith_rules using (true) with check (true);
create trigger note_change after insert on kith.health_list_fault referencing new table as added for each statement execute function kith.note_council_change();
