-- How long a record is kept, acted on: legal holds that a named person sets and lifts, and the destruction of a record's words when
-- the law no longer asks that it is kept, by two people, by destroying their keys as what goes out of sight does (decision 0162).

-- A hold is a line: set, and lifted as a change with its own reason. Who may hand a record over holds it.
alter table kith.retention_event
  add constraint a_hold_has_a_day check (kind not in ('hold', 'hold lifted') or starts is not null),
  add constraint only_a_hold_is_lifted check (kind <> 'hold lifted' or change <> 'first');
call kith.only_writes('kith.retention_event', $$kind in ('hold', 'hold lifted') and about = 'record' and kith.may(child, 'takeOut', 'documents')$$);

create function kith.held(whom uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from retention_event r where r.council = here() and r.child = whom and r.kind = 'hold' and r.change <> 'retraction'
    and not exists (select from retention_event n where n.council = r.council and n.supersedes = r.id)) $$;

-- The floor below which the database destroys nothing, whatever a page says: 75 years from the latest birth date that is claimed, or
-- 15 from a death in care before 18; 100 from an adoption. Null: no birth date, so never.
create function kith.kept_at_least(whom uuid) returns date language sql stable security definer set search_path = kith, pg_temp as $$
  with born as (select max(b.born) as on_day from birth_claim b where b.council = here() and b.child = whom and b.change <> 'retraction'
      and not exists (select from birth_claim n where n.council = b.council and n.supersedes = b.id)),
    ended as (select p.end_reason, p.ended from care_period p where p.council = here() and p.child = whom and p.change <> 'retraction' and p.ended is not null
      and not exists (select from care_period n where n.council = p.council and n.supersedes = p.id))
  select greatest(
    coalesce((select (max(e.ended) + interval '15 years')::date from ended e where e.end_reason = 'E2' and e.ended < b.on_day + interval '18 years'),
      (b.on_day + interval '75 years')::date),
    (select (max(e.ended) + interval '100 years')::date from ended e where e.end_reason in ('E11', 'E12')))
  from born b where b.on_day is not null $$;
revoke all on function kith.held(uuid), kith.kept_at_least(uuid) from public;
alter function kith.held(uuid) owner to kith_rules;
alter function kith.kept_at_least(uuid) owner to kith_rules;
grant execute on function kith.held(uuid), kith.kept_at_least(uuid) to kith_custodian;

-- While a hold stands nothing goes out of sight either.
call kith.put_into('kith.ask_out_of_sight(uuid, uuid, text)', '  if not exists (select from word_key where',
  $$  if held(whom) then raise check_violation using message = 'a legal hold stands', constraint = 'no_legal_hold'; end if;
  if not exists (select from word_key where$$);
call kith.put_into('kith.agree_out_of_sight(uuid)', '  if r.agreed is not null then return; end if;',
  $$  if r.agreed is not null then return; end if;
  if held(r.child) then raise check_violation using message = 'a legal hold stands', constraint = 'no_legal_hold'; end if;$$);
alter table kith.out_of_sight drop constraint out_of_sight_reason_check;
alter table kith.out_of_sight add constraint out_of_sight_reason_check
  check (reason in ('wrong record', 'protected fact', 'court or data-protection right', 'kept long enough'));

-- Asked by one, decided by another: destroyed, or kept with why; or taken back by who asked. `texts`: how many keys were destroyed.
create table kith.disposal (
  council      smallint not null references door.council,
  id           uuid not null default kith.new_id(),
  child        uuid not null,
  rule         text not null check (rule ~ '^[A-Z]{2}-[0-9]{2}$'),
  kept_until   date not null,
  asked_by     uuid not null,
  asked        timestamptz not null default now(),
  decided_by   uuid,
  decided      timestamptz,
  outcome      text check (outcome in ('destroyed', 'kept', 'taken back')),
  kept_because text check (kept_because in ('they asked that it is kept', 'a claim or an inquiry may come', 'the day is not sure')),
  texts        int,
  primary key (council, id),
  foreign key (council, child) references kith.child,
  constraint decided_by_somebody_else check (outcome is null or (outcome = 'taken back') = (decided_by = asked_by)),
  constraint decided_whole check ((decided_by is null) = (decided is null) and (decided is null) = (outcome is null)),
  constraint kept_with_why check ((outcome is not distinct from 'kept') = (kept_because is not null)),
  constraint counted_where_destroyed check ((outcome is not distinct from 'destroyed') = (texts is not null))
);
create index on kith.disposal (council, child);
create unique index disposal_one_open on kith.disposal (council, child) where outcome is null;
alter table kith.disposal enable row level security;
alter table kith.disposal force row level security;
comment on table kith.disposal is 'written by kith_custodian only';
grant select, insert, update on kith.disposal to kith_custodian;
create policy custodian on kith.disposal to kith_custodian using (true) with check (true);

create function kith.ask_disposal(whom uuid, by_rule text, until_day date) returns uuid language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  made uuid := new_id();
begin
  if not may(whom, 'takeOut', 'documents') then raise insufficient_privilege using message = 'may not have a record destroyed'; end if;
  if held(whom) then raise check_violation using message = 'a legal hold stands', constraint = 'no_legal_hold'; end if;
  if until_day is null or until_day > current_date or coalesce(kept_at_least(whom) > current_date, true) then
    raise check_violation using message = 'the record has to be kept', constraint = 'kept_long_enough';
  end if;
  insert into disposal (council, id, child, rule, kept_until, asked_by) values (here(), made, whom, by_rule, until_day, me());
  insert into access_entry (council, person, child, what, subject) values (here(), me(), whom, 'asked to have the words of a record destroyed', jsonb_build_object('disposal', made, 'rule', by_rule));
  return made;
end $$;

create function kith.decide_disposal(request uuid, answer text, why_kept text) returns void language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r disposal;
  gone int;
begin
  select * into r from disposal where council = here() and id = request for update;
  if not found or not may(r.child, 'takeOut', 'documents') then raise insufficient_privilege using message = 'may not have a record destroyed'; end if;
  if (r.asked_by = me()) <> (answer = 'taken back') then raise insufficient_privilege using message = 'the second person must be somebody else'; end if;
  if r.outcome is not null then return; end if;
  if answer = 'taken back' then
    update disposal set outcome = answer, decided_by = me(), decided = now() where council = r.council and id = r.id;
    insert into access_entry (council, person, child, what, subject) values (here(), me(), r.child, 'no longer asks to have the words of a record destroyed', jsonb_build_object('disposal', r.id));
    return;
  end if;
  if answer = 'kept' then
    update disposal set outcome = 'kept', kept_because = why_kept, decided_by = me(), decided = now() where council = r.council and id = r.id;
    insert into access_entry (council, person, child, what, subject) values (here(), me(), r.child, 'decided that a record is kept', jsonb_build_object('disposal', r.id));
    return;
  end if;
  if held(r.child) then raise check_violation using message = 'a legal hold stands', constraint = 'no_legal_hold'; end if;
  if coalesce(kept_at_least(r.child) > current_date, true) then
    raise check_violation using message = 'the record has to be kept', constraint = 'kept_long_enough';
  end if;
  -- one row for each text, so that a restored backup destroys them again
  insert into out_of_sight (council, record, child, reason, asked_by, asked, agreed_by, agreed)
    select k.council, k.record, k.child, 'kept long enough', r.asked_by, r.asked, me(), now() from word_key k where k.council = r.council and k.child = r.child;
  get diagnostics gone = row_count;
  delete from word_key where council = r.council and child = r.child;
  update disposal set outcome = answer, texts = gone, decided_by = me(), decided = now() where council = r.council and id = r.id;
  insert into access_entry (council, person, child, what, subject) values (here(), me(), r.child, 'had the words of a record destroyed', jsonb_build_object('disposal', r.id, 'texts', gone));
end $$;

-- Of one child, or of whoever the asker may hand over; the latest first.
create function kith.disposals_of(whom uuid) returns table (id uuid, rule text, kept_until date, asked_by uuid, asked timestamptz, decided_by uuid, decided timestamptz, outcome text, kept_because text, texts int)
language sql stable security definer set search_path = kith, pg_temp as $$
  select d.id, d.rule, d.kept_until, d.asked_by, d.asked, d.decided_by, d.decided, d.outcome, d.kept_because, d.texts from disposal d
  where d.council = here() and d.child = whom and may(whom, 'takeOut', 'documents') order by d.asked desc, d.id $$;
create function kith.destruction(which uuid) returns table (id uuid, rule text, kept_until date, asked timestamptz, decided timestamptz, texts int)
language sql stable security definer set search_path = kith, pg_temp as $$
  select d.id, d.rule, d.kept_until, d.asked, d.decided, d.texts from disposal d
  where d.council = here() and d.id = which and d.outcome = 'destroyed' and may(d.child, 'takeOut', 'documents') $$;
do $own$
declare
  f text;
begin
  foreach f in array array['kith.ask_disposal(uuid, text, date)', 'kith.decide_disposal(uuid, text, text)', 'kith.disposals_of(uuid)', 'kith.destruction(uuid)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('alter function %s owner to kith_custodian', f);
    execute format('grant execute on function %s to kith_caseload, kith_wide', f);
  end loop;
end $own$;
