-- How long the personal part of a worker's supervision is kept, and its destruction by two people (decision 0236): as the record of a child
-- (0140), from the end of their last membership of a team.

-- Who keeps records decides; nobody reads the words for it.
create function kith.keeps_staff_records() returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select stands_as(array['records-officer', 'director']) $$;

-- Every text of that part that is about this worker, whoever of the two wrote it.
create function kith.personal_texts_of(whom uuid) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select p.id from supervision_personal p left join supervision s on s.council = p.council and s.id = p.session
  where p.council = here() and p.said is not null and (p.worker = whom or s.worker = whom) $$;

-- The last day of their last membership; null while one stands, or where none is known.
create function kith.left_on(whom uuid) returns date language sql stable security definer set search_path = kith, pg_temp as $$
  select case when bool_and(upper(m.during) is not null) then max(upper(m.during)) - 1 end from team_membership m
  where m.council = here() and m.person = whom and not m.retracted and not isempty(m.during)
    and not exists (select from team_membership n where n.council = m.council and n.supersedes = m.id) $$;

-- The floor below which the database destroys nothing, whatever a page says: six years. Null: never.
create function kith.staff_kept_at_least(whom uuid) returns date language sql stable security definer set search_path = kith, pg_temp as $$
  select (left_on(whom) + interval '6 years')::date $$;

-- Whose part there still is, of those who have left before that day.
create function kith.staff_parts_kept(left_before date) returns table (worker uuid, ended date, texts int)
language sql stable security definer set search_path = kith, pg_temp as $$
  with about as (
    select coalesce(p.worker, s.worker) as worker, p.id from supervision_personal p left join supervision s on s.council = p.council and s.id = p.session
    where p.council = here() and p.said is not null and keeps_staff_records())
  select a.worker, left_on(a.worker), count(*)::int from about a
    join word_key k on k.council = here() and k.record = a.id
  where a.worker is not null group by a.worker having left_on(a.worker) < left_before order by 2, 1 $$;
do $own$
declare
  f text;
begin
  foreach f in array array['kith.keeps_staff_records()', 'kith.personal_texts_of(uuid)', 'kith.left_on(uuid)', 'kith.staff_kept_at_least(uuid)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('alter function %s owner to kith_rules', f);
    execute format('grant execute on function %s to kith_custodian', f);
  end loop;
end $own$;
revoke all on function kith.staff_parts_kept(date) from public;
alter function kith.staff_parts_kept(date) owner to kith_rules;
grant execute on function kith.staff_parts_kept(date) to kith_caseload, kith_wide;

-- The same row for both: of a child's record, or of a worker's part.
alter table kith.disposal alter column child drop not null, add column worker uuid,
  add constraint of_a_child_or_a_worker check ((child is null) <> (worker is null)),
  add foreign key (council, worker) references kith.worker;
create unique index disposal_one_open_of_worker on kith.disposal (council, worker) where outcome is null and worker is not null;

create function kith.ask_staff_disposal(whom uuid, by_rule text, until_day date) returns uuid language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  made uuid := new_id();
begin
  if not keeps_staff_records() or whom = me() then raise insufficient_privilege using message = 'may not have a record destroyed'; end if;
  if until_day is null or until_day > current_date or coalesce(staff_kept_at_least(whom) > current_date, true) then
    raise check_violation using message = 'the record has to be kept', constraint = 'kept_long_enough';
  end if;
  insert into disposal (council, id, worker, rule, kept_until, asked_by) values (here(), made, whom, by_rule, until_day, me());
  insert into access_entry (council, person, what, subject) values (here(), me(), 'asked to have a worker''s own part of supervision destroyed', jsonb_build_object('disposal', made, 'rule', by_rule));
  return made;
end $$;

create function kith.decide_staff_disposal(request uuid, answer text, why_kept text) returns void language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r disposal;
  gone int;
begin
  select * into r from disposal where council = here() and id = request and worker is not null for update;
  if not found or not keeps_staff_records() or r.worker = me() then raise insufficient_privilege using message = 'may not have a record destroyed'; end if;
  if (r.asked_by = me()) <> (answer = 'taken back') then raise insufficient_privilege using message = 'the second person must be somebody else'; end if;
  if r.outcome is not null then return; end if;
  if answer = 'destroyed' then
    if coalesce(staff_kept_at_least(r.worker) > current_date, true) then
      raise check_violation using message = 'the record has to be kept', constraint = 'kept_long_enough';
    end if;
    -- one row for each text, so that a restored backup destroys them again
    insert into out_of_sight (council, record, child, reason, asked_by, asked, agreed_by, agreed)
      select k.council, k.record, null, 'kept long enough', r.asked_by, r.asked, me(), now() from word_key k
      where k.council = r.council and k.record in (select personal_texts_of(r.worker));
    get diagnostics gone = row_count;
    delete from word_key where council = r.council and record in (select personal_texts_of(r.worker));
  end if;
  update disposal set outcome = answer, kept_because = case answer when 'kept' then why_kept end, texts = gone, decided_by = me(), decided = now()
    where council = r.council and id = r.id;
  insert into access_entry (council, person, what, subject) values (here(), me(),
    case answer when 'destroyed' then 'had a worker''s own part of supervision destroyed' when 'kept' then 'decided that a worker''s own part of supervision is kept'
      else 'no longer asks to have a worker''s own part of supervision destroyed' end, jsonb_strip_nulls(jsonb_build_object('disposal', r.id, 'texts', gone)));
end $$;

-- The latest first; empty for whoever keeps no records.
create function kith.staff_disposals() returns table (id uuid, worker uuid, rule text, kept_until date, asked_by uuid, asked timestamptz, decided_by uuid, decided timestamptz, outcome text, kept_because text, texts int)
language sql stable security definer set search_path = kith, pg_temp as $$
  select d.id, d.worker, d.rule, d.kept_until, d.asked_by, d.asked, d.decided_by, d.decided, d.outcome, d.kept_because, d.texts from disposal d
  where d.council = here() and d.worker is not null and keeps_staff_records() order by d.asked desc, d.id $$;
create or replace function kith.destruction(which uuid) returns table (id uuid, rule text, kept_until date, asked timestamptz, decided timestamptz, texts int)
language sql stable security definer set search_path = kith, pg_temp as $$
  select d.id, d.rule, d.kept_until, d.asked, d.decided, d.texts from disposal d
  where d.council = here() and d.id = which and d.outcome = 'destroyed'
    and case when d.worker is null then may(d.child, 'takeOut', 'documents') else keeps_staff_records() end $$;
do $own$
declare
  f text;
begin
  foreach f in array array['kith.ask_staff_disposal(uuid, text, date)', 'kith.decide_staff_disposal(uuid, text, text)', 'kith.staff_disposals()'] loop
    execute format('revoke all on function %s from public', f);
    execute format('alter function %s owner to kith_custodian', f);
    execute format('grant execute on function %s to kith_caseload, kith_wide', f);
  end loop;
end $own$;
