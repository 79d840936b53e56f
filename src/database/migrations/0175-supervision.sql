-- Supervision: the times that a worker and a manager think together, what they say of each child, and both signatures (decision 0190).
-- What is of staff lies behind a wall of its own; what is of a child behind that child's, in the part called oversight.

-- Whom the asker supervises: who works in a team that they manage, and who manages a team right or far under theirs. Never themselves.
create function kith.my_supervisees() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  with mine as materialized (select teams_held(me(), 'manager') as team), standing as (
    select m.person, m.team, m.role from team_membership m
    where m.council = here() and not m.retracted and m.during @> day_here()
      and not exists (select from team_membership n where n.council = m.council and n.supersedes = m.id))
  select s.person from standing s join mine on mine.team = s.team where s.role in ('worker', 'duty') and s.person <> me()
  union
  select s.person from standing s join team t on t.council = here() and t.id = s.team join mine on mine.team = t.under
  where s.role = 'manager' and s.person <> me() $$;
revoke all on function kith.my_supervisees() from public;
alter function kith.my_supervisees() owner to kith_rules;
grant execute on function kith.my_supervisees() to kith_caseload, kith_wide, kith_service;

-- Lines and versions of a table that was created `like door.home_shape`, whatever wall stands round it already: keys, the grant to write, and the
-- view of what stands.
create procedure kith.make_lines_of_council(t regclass) language plpgsql set search_path = kith, pg_temp as $$
declare
  name text := (select relname from pg_class where oid = t);
  given text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                 where attrelid = t and attnum > 0 and not attisdropped and attname not in ('recorded', 'retention_class', 'retention_start'));
begin
  execute format('alter table %s add primary key (council, id), add constraint %I unique (council, line, id), add constraint %I unique (council, supersedes),
    add foreign key (council) references door.council, add foreign key (council, recorded_by) references kith.person,
    add constraint %I foreign key (council, line, supersedes) references %s (council, line, id)',
    t, name || '_line', name || '_corrected_once', name || '_same_line', t);
  execute format('grant insert (%s) on %s to kith_caseload, kith_wide, kith_service', given, t);
  call kith.show_superseded(t);
  execute format('create view kith.%I with (security_invoker = true) as select r.* from %s r where r.change <> ''retraction''
    and not exists (select from kith.%I n where n.council = r.council and n.supersedes = r.id)', name || '_current', t, name || '_superseded');
  execute format('grant select on kith.%I to kith_caseload, kith_wide, kith_service, kith_rules', name || '_current');
end $$;

-- Makes such a table a record of staff: of no child. `sees`, `writes`: conditions on its row.
create procedure kith.make_staff_record(t regclass, sees text, writes text) language plpgsql set search_path = kith, pg_temp as $$
declare
  here text := 'council = (select kith.here())';
begin
  execute format('alter table %s alter column retention_class set default ''staff-supervision''', t);
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('comment on table %s is %L', t, 'of staff, by those whom it is about and who supervise them');
  execute format('grant select on %s to kith_caseload, kith_wide, kith_service, kith_rules', t);
  execute format('create policy sees on %s for select to kith_caseload, kith_wide using (%s and (%s))', t, here, sees);
  execute format('create policy writes on %s for insert to kith_caseload, kith_wide with check (%s and recorded_by = (select kith.me()) and (%s))', t, here, writes);
  execute format('create policy service on %s to kith_service using (%s) with check (%s and recorded_by = (select kith.me()))', t, here, here);
  execute format('create policy rules on %s to kith_rules using (true) with check (true)', t);
  execute format('create trigger note_change after insert on %s referencing new table as added for each statement execute function kith.note_council_change()', t);
  call kith.make_lines_of_council(t);
end $$;

-- How often a worker is supervised. Words: why another interval than the standard's.
create table kith.supervision_terms (like door.home_shape including defaults including constraints,
  worker uuid not null,
  kind text not null check (kind in ('newly qualified', 'experienced')),
  began date not null,                                           -- the first day in this post
  weeks int check (weeks between 1 and 26),                      -- null: as the employers' standard says
  foreign key (council, worker) references kith.worker
);
call kith.make_staff_record('kith.supervision_terms', 'worker = (select kith.me()) or worker in (select kith.my_supervisees()) or (select kith.i_am(''director''))',
  'worker in (select kith.my_supervisees())');
create index on kith.supervision_terms (council, worker);

-- Who stands in while a manager is away: somebody who sees their teams already. Words: why.
create table kith.supervision_cover (like door.home_shape including defaults including constraints,
  away uuid not null,
  stands_in uuid not null,
  since date not null,
  until date not null,                                           -- the last day
  foreign key (council, away) references kith.worker,
  foreign key (council, stands_in) references kith.worker,
  constraint somebody_else_stands_in check (stands_in <> away),
  constraint cover_ends_after_it_begins check (until >= since)
);
call kith.make_staff_record('kith.supervision_cover', 'true', 'away = (select kith.me()) or away in (select kith.my_supervisees())');

-- A time together, or one that fell out. Of a group nobody is the one worker. Words: what stood in the way, or what was looked at.
create table kith.supervision (like door.home_shape including defaults including constraints,
  kind text not null check (kind in ('one to one', 'group')),
  worker uuid,
  supervisor uuid not null,
  in_place_of uuid,                                              -- the manager for whom they stood in
  people uuid[] not null default '{}',                           -- who was there, of a group
  held date not null,
  minutes int check (minutes between 1 and 480),
  cancelled text check (cancelled in ('sickness', 'leave', 'court', 'emergency', 'other work', 'nobody to lead it')),
  constraint one_worker_or_a_group check ((kind = 'one to one') = (worker is not null) and (kind = 'group' or people = '{}')),
  constraint nobody_supervises_themselves check (supervisor is distinct from worker),
  constraint how_long_or_why_not check ((minutes is null) = (cancelled is not null)),
  foreign key (council, worker) references kith.worker,
  foreign key (council, supervisor) references kith.worker,
  foreign key (council, in_place_of) references kith.worker
);
call kith.make_staff_record('kith.supervision',
  'worker = (select kith.me()) or supervisor = (select kith.me()) or (select kith.me()) = any (people) or worker in (select kith.my_supervisees())
   or supervisor in (select kith.my_supervisees()) or (select kith.i_am(''director''))',
  'supervisor = (select kith.me()) and (worker is null or worker in (select kith.my_supervisees())) and people <@ array(select kith.my_supervisees())');
create index on kith.supervision (council, worker, held);
create index on kith.supervision (council, supervisor, held);

-- Whose time it was, for the walls of what hangs on it.
create function kith.part_in_supervision(of_session uuid) returns text language sql stable security definer set search_path = kith, pg_temp as $$
  select case when me() = s.worker then 'worker' when me() = s.supervisor then 'supervisor' end from supervision s
  where s.council = here() and s.line = of_session and s.change <> 'retraction' and not exists (select from supervision n where n.council = s.council and n.supersedes = s.id) $$;
revoke all on function kith.part_in_supervision(uuid) from public;
alter function kith.part_in_supervision(uuid) owner to kith_rules;
grant execute on function kith.part_in_supervision(uuid) to kith_caseload, kith_wide, kith_service;

-- Of one's own hand, once, and never taken back. Of a group only who led it signs. Words: with what they disagree.
create table kith.supervision_signature (like door.home_shape including defaults including constraints,
  session uuid not null,
  part text not null check (part in ('worker', 'supervisor')),
  signer uuid not null,
  answer text not null check (answer in ('agreed', 'disagreed')),
  signed date not null,
  constraint disagreement_is_said check ((answer = 'disagreed') = (said is not null)),
  constraint signed_once unique (council, session, part),
  constraint never_another_version check (supersedes is null),
  foreign key (council, session) references kith.supervision (council, id),
  foreign key (council, signer) references kith.worker
);
call kith.make_staff_record('kith.supervision_signature',
  'exists (select from kith.supervision s where s.council = supervision_signature.council and s.line = supervision_signature.session)',
  'signer = (select kith.me()) and part = kith.part_in_supervision(session)');

-- How the worker is, what they learn, how the work goes: theirs and their supervisor's, and of nobody above or beside. Under its own
-- retention; in no child's record and in no export of one.
create table kith.supervision_personal (like door.home_shape including defaults including constraints,
  session uuid not null,
  foreign key (council, session) references kith.supervision (council, id),
  constraint something_is_said check (said is not null)
);
call kith.make_staff_record('kith.supervision_personal', 'kith.part_in_supervision(session) is not null', 'kith.part_in_supervision(session) is not null');
alter table kith.supervision_personal alter column retention_class set default 'staff-personal';
create index on kith.supervision_personal (council, session);

-- How often a child is fully thought about. Words: the reasons.
create table kith.supervision_interval (like door.record_shape including defaults including constraints,
  weeks int not null check (weeks between 1 and 26),
  decided date not null
);
call kith.make_record('kith.supervision_interval', 'oversight');

-- What was thought of a child at such a time; 'line': nothing has changed, because. Who was there stands on it too, since whoever reads
-- the child's record does not read the lists of staff. Words: life, theirs (their words), strengths, worries, thinking, why.
create table kith.supervision_entry (like door.record_shape including defaults including constraints,
  session uuid not null,
  kind text not null check (kind in ('full', 'line')),
  held date not null,
  worker uuid,
  supervisor uuid not null,
  permanence text check (permanence in ('clear', 'late', 'unclear', 'reached')),
  constraint permanence_of_a_full_one check ((kind = 'full') = (permanence is not null)),
  foreign key (council, session) references kith.supervision (council, id),
  foreign key (council, worker) references kith.worker,
  foreign key (council, supervisor) references kith.worker
);
call kith.make_record('kith.supervision_entry', 'oversight');
create index on kith.supervision_entry (council, session);
create trigger one_standing after insert on kith.supervision_entry for each row execute function kith.one_standing('session');
create policy by_who_led_it on kith.supervision_entry as restrictive for insert to kith_caseload, kith_wide
  with check (supervisor = (select kith.me()) and kith.part_in_supervision(session) = 'supervisor');

-- How far one part of a plan has come, as they judged it. Words: what shows it.
create table kith.supervision_progress (like door.record_shape including defaults including constraints,
  entry uuid not null,
  plan uuid not null,
  part text not null check (part ~ '^[a-z]+(-[a-z]+)*(/[1-9][0-9]{0,2})?$'),  -- as the plan names it
  progress text not null check (progress in ('met', 'progressing', 'drift', 'none')),
  foreign key (council, child, plan) references kith.plan (council, child, id)
);
call kith.make_record('kith.supervision_progress', 'oversight');
call kith.follow('kith.supervision_progress', 'entry', 'kith.supervision_entry');

-- A dip sample of one record: eight questions, each 0 to 2, about the record. By nobody who was there. Words: what is good, what would help.
create table kith.supervision_sample (like door.record_shape including defaults including constraints,
  entry uuid not null,
  sampled date not null,
  sampled_by uuid,                                               -- a manager who looked; others do it as their part
  team uuid,
  marks int[] not null check (cardinality(marks) = 8 and marks <@ array[0, 1, 2]),
  foreign key (council, child, entry) references kith.supervision_entry (council, child, id),
  foreign key (council, sampled_by) references kith.worker,
  foreign key (council, team) references kith.team
);
call kith.make_record('kith.supervision_sample', 'audit');
create index on kith.supervision_sample (council, child, entry);
-- A manager of the child's line samples what somebody else led (decision 0191).
call kith.also_writes('kith.supervision_sample', 'sampled_by = (select kith.me()) and kith.may(child, ''write'', ''oversight'')');
create function kith.was_not_there(whom uuid, at_entry uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select not exists (select from supervision_entry e where e.council = here() and e.child = whom and e.line = at_entry and me() in (e.worker, e.supervisor)) $$;
revoke all on function kith.was_not_there(uuid, uuid) from public;
alter function kith.was_not_there(uuid, uuid) owner to kith_rules;
grant execute on function kith.was_not_there(uuid, uuid) to kith_caseload, kith_wide, kith_service;
create policy not_ones_own on kith.supervision_sample as restrictive for insert to kith_caseload, kith_wide with check (kith.was_not_there(child, entry));

-- Who has signed which of these times, without a word: whoever reads a child's record is told whether it is agreed.
create function kith.supervision_signed(sessions uuid[]) returns table (session uuid, part text, signer uuid, answer text, signed date)
language sql stable security definer set search_path = kith, pg_temp as $$
  select g.session, g.part, g.signer, g.answer, g.signed from supervision_signature g where g.council = here() and g.session = any (sessions) $$;
revoke all on function kith.supervision_signed(uuid[]) from public;
alter function kith.supervision_signed(uuid[]) owner to kith_rules;
grant execute on function kith.supervision_signed(uuid[]) to kith_caseload, kith_wide, kith_service;

-- Of decisions that came from supervision: who still has to sign. Whoever reads a decision is told that it is not yet agreed.
create function kith.supervision_waits(decisions uuid[]) returns table (decision uuid, waits uuid[])
language sql stable security definer set search_path = kith, pg_temp as $$
  select d.id, array_remove(array[
      case when not exists (select from supervision_signature g where g.council = e.council and g.session = e.session and g.part = 'supervisor') then e.supervisor end,
      case when e.worker is not null and not exists (select from supervision_signature g where g.council = e.council and g.session = e.session and g.part = 'worker')
        then e.worker end], null)
  from decision d join supervision_entry e on e.council = d.council and e.id = d.on_line
  where d.council = here() and d.id = any (decisions) and d.on_table = 'supervision_entry' $$;
revoke all on function kith.supervision_waits(uuid[]) from public;
alter function kith.supervision_waits(uuid[]) owner to kith_rules;
grant execute on function kith.supervision_waits(uuid[]) to kith_caseload, kith_wide, kith_service;

-- SIGNED IS CLOSED. Once both have signed (of a group: who led it), nothing of that time is written any more, by nobody: no version of
-- it, of what was thought of a child, of the decision or of an action that came from it. What becomes of an action goes on.
create function kith.closed_by_signatures() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  asked uuid;
  row jsonb := to_jsonb(new);
begin
  -- what comes back from an export comes in no order, and was closed where it came from
  if current_setting('role') = 'kith_restore' then return new; end if;
  asked := case tg_table_name
    when 'supervision' then new.line
    when 'supervision_entry' then (row ->> 'session')::uuid
    when 'supervision_personal' then (row ->> 'session')::uuid
    when 'supervision_signature' then (row ->> 'session')::uuid
    when 'supervision_progress' then (select e.session from supervision_entry e where e.council = new.council and e.id = (row ->> 'entry')::uuid)
    else (select e.session from supervision_entry e where e.council = new.council and e.id = (row ->> 'on_line')::uuid) end;
  -- who writes and who signs come one after the other
  perform pg_advisory_xact_lock(hashtextextended(asked::text, new.council));
  if (select count(*) from supervision_signature g join supervision s on s.council = g.council and s.id = g.session
      where g.council = new.council and g.session = asked and (g.part = 'supervisor' or s.kind = 'one to one'))
     >= (select case kind when 'group' then 1 else 2 end from supervision where council = new.council and id = asked) then
    raise check_violation using message = 'signed by both', constraint = 'signed_is_closed';
  end if;
  return new;
end $$;
alter function kith.closed_by_signatures() owner to kith_rules;
create trigger closed before insert on kith.supervision for each row execute function kith.closed_by_signatures();
create trigger closed before insert on kith.supervision_signature for each row execute function kith.closed_by_signatures();
create trigger closed before insert on kith.supervision_entry for each row execute function kith.closed_by_signatures();
create trigger closed before insert on kith.supervision_progress for each row execute function kith.closed_by_signatures();
create trigger closed before insert on kith.supervision_personal for each row execute function kith.closed_by_signatures();
create trigger closed before insert on kith.decision for each row when (new.on_table = 'supervision_entry') execute function kith.closed_by_signatures();
create trigger closed before insert on kith.action for each row when (new.on_table = 'supervision_entry') execute function kith.closed_by_signatures();

insert into reference.decision_kind (name, scope, deciders, basis, says) values
  ('management oversight', 'plan', '{manager-line,director}', 'local', 'What a manager decides for a child, in supervision or between two times.');
