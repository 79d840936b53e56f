-- The shape of a record: inserted, never overwritten; two times; a line that never changes and versions that carry it;
-- words encrypted apart from codes; retention from the first day. One procedure gives every record table all of it.

-- Where facts come from. A person's own recording has no source row; an import run has one.
create table kith.source (
  council      smallint not null references door.council,
  id           uuid not null default kith.new_id(),
  kind         text not null check (kind ~ '^[a-z0-9-]+$'),           -- ssda903, ssd, annex-a, …
  period_from  date,                                                    -- the period that the source is about
  period_until date,                                                    -- half-open
  fingerprint  text,                                                    -- hash of what was read, so that the same file is known again
  every_child  boolean not null default false,                          -- speaks of every child of the council (Kith's own recording)
  recorded_by  uuid not null,
  recorded     timestamptz not null default now(),
  primary key (council, id)
);
-- Which events a source covers, and from when to when: outside this a duty is unknown, never overdue.
create table kith.source_coverage (
  council     smallint not null references door.council,
  source      uuid not null,
  event       text not null check (event ~ '^[a-z-]+$'),               -- review, visit, health-assessment, pep, placement-plan, …
  since       date not null,
  until       date,                                                     -- half-open; null: still goes on
  id          uuid not null default kith.new_id(),
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  foreign key (council, source) references kith.source,
  check (until is null or until > since)
);
call kith.wall_open('kith.source', 'administrator');
call kith.wall_open('kith.source_coverage', 'administrator');
-- Only imports say what they hold: what a source covers decides what counts as late for every child of it.
grant insert (council, id, kind, period_from, period_until, fingerprint, every_child, recorded_by) on kith.source to kith_service;
grant insert (council, id, source, event, since, until, recorded_by) on kith.source_coverage to kith_service;

-- A child: the anchor on which every fact hangs. The id is the person's (a person is not a child; a child is a part of a person).
create table kith.child (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  source      uuid,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  tx          xid8 not null default pg_current_xact_id(),
  retention_class text not null default 'child-in-care',
  retention_start date,
  primary key (council, id),
  foreign key (council, source) references kith.source
);
call kith.wall('kith.child', 'header', 'id');
-- Every relation that sees anything of a child may know that the child exists: the ledger names ids.
create policy caseload_knows on kith.child for select to kith_caseload using (council = (select kith.here()) and id = any (array(
  select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and v.sees <> 0)));
create policy wide_knows on kith.child for select to kith_wide using (council = (select kith.here()) and (id in (
  select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and v.sees <> 0)
  or (select kith.council_scopes('see')) <> 0 and id <> all (array(select kith.kept_from_me()))));
grant insert (council, id, source, recorded_by, retention_class, retention_start) on kith.child to kith_caseload, kith_wide, kith_service;

-- Whether the asker may do `action` (see, write, approve, takeOut) in a scope of a child's record.
create function kith.may(whom uuid, action text, scope text) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (
      select from visible_child
      where council = here() and person = me() and child = whom and since <= now() and until > now()
        and (case action when 'see' then sees when 'write' then writes when 'approve' then approves when 'takeOut' then takes_out else 0 end
             & reference.scope_bits(array[scope])) <> 0)
    or ((council_scopes(action) & reference.scope_bits(array[scope])) <> 0
        and whom not in (select kept_from_me())
        and exists (select from child where council = here() and id = whom)) $$;
alter function kith.may(uuid, text, text) owner to kith_rules;
grant execute on function kith.may(uuid, text, text) to kith_caseload, kith_wide, kith_service;

-- Who looked at a child's record, for those with the right to know.
create function kith.access_of(whom uuid, most int default 200) returns table (at timestamptz, person uuid, what text, subject jsonb)
language sql stable security definer set search_path = kith, pg_temp as $$
  select e.at, e.person, e.what, e.subject from access_entry e
  where e.council = here() and e.child = whom and (kith.may(whom, 'see', 'oversight') or current_setting('role') = 'kith_service')
  order by e.at desc limit most $$;
alter function kith.access_of(uuid, int) owner to kith_rules;
grant execute on function kith.access_of(uuid, int) to kith_caseload, kith_wide, kith_service;

-- The key of the words of one record row, itself wrapped by the council's key, which lives outside the database.
-- Destroying the row here takes the words out of sight everywhere; the record row, its reason and the chain stay.
create table kith.word_key (
  council smallint not null references door.council,
  record  uuid not null,
  child   uuid,                                                         -- null: words that are not about a child
  wrapped bytea not null,
  made    timestamptz not null default now(),
  primary key (council, record),
  foreign key (council, child) references kith.child deferrable initially deferred  -- words may be sealed before their child is inserted
);
alter table kith.word_key enable row level security;
alter table kith.word_key force row level security;
comment on table kith.word_key is 'scope: any';
grant select on kith.word_key to kith_caseload, kith_wide, kith_service, kith_rules;
grant insert (council, record, child, wrapped) on kith.word_key to kith_caseload, kith_wide, kith_service, kith_rules;
create policy caseload_sees on kith.word_key for select to kith_caseload using (council = (select kith.here()) and (child is null or child = any (array(
  select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and v.sees <> 0))));
create policy wide_sees on kith.word_key for select to kith_wide using (council = (select kith.here()) and (child is null
  or child in (select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and v.sees <> 0)
  or ((select kith.council_scopes('see')) <> 0 and child <> all (array(select kith.kept_from_me())))));
create policy caseload_writes on kith.word_key for insert to kith_caseload with check (council = (select kith.here()) and (child is null or child = any (array(
  select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and v.writes <> 0))));
create policy wide_writes on kith.word_key for insert to kith_wide with check (council = (select kith.here()) and (child is null
  or child in (select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and v.writes <> 0)
  or ((select kith.council_scopes('write')) <> 0 and child <> all (array(select kith.kept_from_me())))));
create policy service on kith.word_key to kith_service using (council = (select kith.here())) with check (council = (select kith.here()));
create policy rules on kith.word_key to kith_rules using (true) with check (true);

-- Which children changed in which transaction: the ledger is refreshed for exactly these.
create table kith.child_changed (
  council smallint not null references door.council,
  tx      xid8 not null default pg_current_xact_id(),
  child   uuid not null,
  at      timestamptz not null default now(),
  primary key (council, tx, child)
);
alter table kith.child_changed enable row level security;
alter table kith.child_changed force row level security;
comment on table kith.child_changed is 'derived';
grant select, insert, delete on kith.child_changed to kith_rules;
create policy rules on kith.child_changed to kith_rules using (true) with check (true);
-- Who wrote may know which children they changed, and nothing else of this table.
grant select on kith.child_changed to kith_caseload, kith_wide, kith_service;
create policy own_transaction on kith.child_changed for select to kith_caseload, kith_wide, kith_service
  using (council = (select kith.here()) and tx = pg_current_xact_id());

-- A change of a record is noted and logged by the database itself, so that no writer can forget it.
create function kith.note_change() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  insert into child_changed (council, child) select distinct council, child from added where child is not null on conflict do nothing;
  insert into access_entry (council, person, child, what, subject)
  select a.council, a.recorded_by, a.child, 'recorded ' || tg_table_name, jsonb_build_object('rows', jsonb_agg(a.id order by a.id))
  from added a group by a.council, a.recorded_by, a.child;
  return null;
end $$;
alter function kith.note_change() owner to kith_rules;
create function kith.note_new_child() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  insert into child_changed (council, child) select council, id from added on conflict do nothing;
  insert into access_entry (council, person, child, what) select council, recorded_by, id, 'recorded child' from added;
  return null;
end $$;
alter function kith.note_new_child() owner to kith_rules;
-- Which children a source speaks of: a child that it does not name is not covered by it.
create table kith.source_child (
  council     smallint not null references door.council,
  source      uuid not null,
  child       uuid not null,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, source, child),
  foreign key (council, source) references kith.source,
  foreign key (council, child) references kith.child
);
create index on kith.source_child (council, child);
call kith.wall('kith.source_child', 'header');
grant insert (council, source, child, recorded_by) on kith.source_child to kith_caseload, kith_wide, kith_service;

create trigger note_change after insert on kith.child referencing new table as added for each statement execute function kith.note_new_child();

-- THE SHAPE. Every record table is made `like` this one. Never filled itself.
create table door.record_shape (
  council     smallint not null,
  id          uuid not null default kith.new_id(),
  line        uuid not null,                                            -- the id of the first version: what others refer to
  supersedes  uuid,
  change      text not null default 'first',                            -- correction: past answers change; change: they stay
  child       uuid not null,
  source      uuid,
  source_key  text,                                                     -- which row of the source, so that a repeat is known
  said        bytea,                                                    -- the words, encrypted under this row's own key
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  tx          xid8 not null default pg_current_xact_id(),
  retention_class text not null default 'child-in-care',
  retention_start date,
  constraint change_is_known check (change in ('first', 'correction', 'change', 'retraction')),
  constraint first_of_line check ((supersedes is null) = (line = id)),
  constraint first_supersedes_nothing check ((change = 'first') = (supersedes is null))
);
comment on table door.record_shape is 'a shape, never filled';

-- Makes a table that was created `like door.record_shape` a record: keys, references, wall, grants, log.
-- Afterwards `<table>_current` holds what stands now (security_invoker: the reader's own sight applies).
create procedure kith.make_record(t regclass, scope text, also_visible text default null, audience boolean default false)
language plpgsql set search_path = kith, pg_temp as $$
declare
  name text := (select relname from pg_class where oid = t);
  given text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                 where attrelid = t and attnum > 0 and not attisdropped and attname not in ('recorded', 'tx') and attgenerated = '');
begin
  execute format('alter table %s add primary key (council, id)', t);
  execute format('alter table %s add constraint %I unique (council, child, line, id)', t, name || '_line');
  execute format('alter table %s add constraint %I unique (council, child, id)', t, name || '_of_child');
  execute format('alter table %s add constraint %I unique (council, supersedes)', t, name || '_corrected_once');
  execute format('alter table %s add foreign key (council) references door.council', t);
  execute format('alter table %s add foreign key (council, child) references kith.child', t);
  execute format('alter table %s add foreign key (council, source) references kith.source', t);
  execute format('alter table %s add constraint %I foreign key (council, child, line, supersedes) references %s (council, child, line, id)', t, name || '_same_line', t);
  -- where a source gave the row: once, whatever is corrected later
  execute format('create unique index %I on %s (council, child, source_key) where supersedes is null and source_key is not null', name || '_source_once', t);
  call kith.wall(t, scope, 'child', also_visible, audience);
  execute format('grant insert (%s) on %s to kith_caseload, kith_wide, kith_service', given, t);
  execute format('create trigger note_change after insert on %s referencing new table as added for each statement execute function kith.note_change()', t);
  execute format('create view kith.%I with (security_invoker = true) as select r.* from %s r where r.change <> ''retraction'' and not exists (select from %s n where n.council = r.council and n.supersedes = r.id)', name || '_current', t, t);
  execute format('grant select on kith.%I to kith_caseload, kith_wide, kith_service, kith_rules', name || '_current');
end $$;

-- Retention: class and start stand on every record; what is decided later is a row.
create table kith.retention_event (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('hold', 'hold lifted', 'new start', 'disposal')),
  about text not null,                                                  -- the table, or 'record' for the whole record of the child
  about_line uuid,
  starts date
);
call kith.make_record('kith.retention_event', 'documents');

-- Words taken out of sight by two named people with a reason: the only way a key is ever destroyed.
create table kith.out_of_sight (
  council   smallint not null references door.council,
  id        uuid not null default kith.new_id(),
  record    uuid not null,
  child     uuid,
  reason    text not null check (reason in ('wrong record', 'protected fact', 'court or data-protection right')),
  asked_by  uuid not null,
  asked     timestamptz not null default now(),
  agreed_by uuid,
  agreed    timestamptz,
  primary key (council, id),
  check (agreed_by <> asked_by),
  check ((agreed_by is null) = (agreed is null))
);
create unique index on kith.out_of_sight (council, record) where agreed is not null;
alter table kith.out_of_sight enable row level security;
alter table kith.out_of_sight force row level security;
comment on table kith.out_of_sight is 'written by kith_custodian only';
grant select, insert, update on kith.out_of_sight to kith_custodian;
grant select, delete on kith.word_key to kith_custodian;
grant insert on kith.access_entry to kith_custodian;
create policy custodian on kith.out_of_sight to kith_custodian using (true) with check (true);
create policy custodian on kith.word_key to kith_custodian using (true);
create policy custodian on kith.access_entry for insert to kith_custodian with check (true);
grant execute on function kith.may(uuid, text, text), kith.i_am(text), kith.era_now(), kith.new_id() to kith_custodian;

create function kith.ask_out_of_sight(whom uuid, record_id uuid, why text) returns uuid language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  made uuid := new_id();
begin
  if not may(whom, 'takeOut', 'documents') then raise insufficient_privilege using message = 'may not take words out of sight'; end if;
  if not exists (select from word_key where council = here() and record = record_id and child = whom) then
    raise no_data_found using message = 'no words of this child under that record';
  end if;
  insert into out_of_sight (council, id, record, child, reason, asked_by) values (here(), made, record_id, whom, why, me());
  insert into access_entry (council, person, child, what, subject) values (here(), me(), whom, 'asked to take words out of sight', jsonb_build_object('record', record_id, 'reason', why));
  return made;
end $$;
create function kith.agree_out_of_sight(request uuid) returns void language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r out_of_sight;
begin
  select * into r from out_of_sight where council = here() and id = request for update;
  if not found then raise no_data_found using message = 'no such request'; end if;
  if not may(r.child, 'takeOut', 'documents') then raise insufficient_privilege using message = 'may not take words out of sight'; end if;
  if r.asked_by = me() then raise insufficient_privilege using message = 'the second person must be somebody else'; end if;
  if r.agreed is not null then return; end if;
  update out_of_sight set agreed_by = me(), agreed = now() where council = r.council and id = r.id;
  delete from word_key where council = r.council and record = r.record;
  insert into access_entry (council, person, child, what, subject) values (here(), me(), r.child, 'took words out of sight', jsonb_build_object('record', r.record, 'reason', r.reason));
end $$;
alter function kith.ask_out_of_sight(uuid, uuid, text) owner to kith_custodian;
alter function kith.agree_out_of_sight(uuid) owner to kith_custodian;
grant execute on function kith.ask_out_of_sight(uuid, uuid, text), kith.agree_out_of_sight(uuid) to kith_caseload, kith_wide;
