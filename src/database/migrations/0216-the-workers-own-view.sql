-- What a worker thinks of a child, and of themselves, before the time together (decision 0235); and which manager sees earlier times of a
-- worker who has left or changed teams (decision 0236).

-- Where what was written is shown: of the times of that worker, held on that day or later and not signed by both when it was first written
-- (`at`), the one that was begun first. By when it was begun and not by its day: what is begun later never takes it from one that has it.
create function kith.supervision_after(c smallint, whose uuid, written date, at timestamptz) returns uuid
language sql stable security definer set search_path = kith, pg_temp as $$
  select s.line from supervision s join supervision begun on begun.council = s.council and begun.id = s.line
  where s.council = c and c::text = coalesce(nullif(current_setting('app.council', true), ''), c::text) and s.kind = 'one to one' and s.worker = whose and s.cancelled is null and s.held >= written and s.change <> 'retraction'
    and not exists (select from supervision n where n.council = s.council and n.supersedes = s.id)
    and (select count(*) from supervision_signature g where g.council = s.council and g.session = s.line and g.recorded < at) < 2
  order by begun.recorded, s.line limit 1 $$;
revoke all on function kith.supervision_after(smallint, uuid, date, timestamptz) from public;
alter function kith.supervision_after(smallint, uuid, date, timestamptz) owner to kith_rules;
grant execute on function kith.supervision_after(smallint, uuid, date, timestamptz) to kith_caseload, kith_wide, kith_service;

-- Who works with a child on this day, for what they write in their own name.
create function kith.i_work_with(whom uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from allocation_current a where a.council = here() and a.child = whom and a.worker = me()
    and a.role in ('allocated-worker', 'co-worker', 'cover') and a.during @> day_here()) $$;
revoke all on function kith.i_work_with(uuid) from public;
alter function kith.i_work_with(uuid) owner to kith_rules;
grant execute on function kith.i_work_with(uuid) to kith_caseload, kith_wide;

-- A worker's own view of a child before the time together, in their name. Words: life, worries, ask.
create table kith.supervision_view (like door.record_shape including defaults including constraints,
  worker uuid not null,
  written date not null,
  constraint something_is_said check (said is not null or change = 'retraction'),
  foreign key (council, worker) references kith.worker
);
call kith.make_record('kith.supervision_view', 'oversight');
-- Nobody puts another's words right: every version is of whoever wrote the first.
alter table kith.supervision_view add constraint view_of_one_hand unique (council, child, id, worker),
  add constraint only_by_whose_view_it_is foreign key (council, child, line, worker) references kith.supervision_view (council, child, id, worker);
create index on kith.supervision_view (council, worker, written);
call kith.also_writes('kith.supervision_view', 'worker = (select kith.me()) and kith.may(child, ''see'', ''oversight'')');
create policy in_ones_own_name on kith.supervision_view as restrictive for insert to kith_caseload, kith_wide
  with check (worker = (select kith.me()) and (supersedes is not null or kith.i_work_with(child)));

-- The personal part may be written before there is a time: it is the worker's alone until one is held, and then of the two.
alter table kith.supervision_personal alter column session drop not null,
  add column worker uuid, add column written date,
  add constraint of_a_time_or_before_it check ((session is null) = (worker is not null) and (worker is null) = (written is null)),
  add constraint personal_of_one_hand unique (council, id, recorded_by),
  add constraint only_by_whose_part_it_is foreign key (council, line, recorded_by) references kith.supervision_personal (council, id, recorded_by),
  add foreign key (council, worker) references kith.worker;
grant insert (worker, written) on kith.supervision_personal to kith_caseload, kith_wide, kith_service;
create index on kith.supervision_personal (council, worker, written);

-- The time at which a personal part is read.
create function kith.time_of_personal(c smallint, of_line uuid, session uuid, worker uuid, written date) returns uuid
language sql stable security definer set search_path = kith, pg_temp as $$
  select coalesce($3, supervision_after(c, $4, $5, coalesce((select f.recorded from supervision_personal f where f.council = c and f.id = of_line), now()))) $$;
revoke all on function kith.time_of_personal(smallint, uuid, uuid, uuid, date) from public;
alter function kith.time_of_personal(smallint, uuid, uuid, uuid, date) owner to kith_rules;
grant execute on function kith.time_of_personal(smallint, uuid, uuid, uuid, date) to kith_caseload, kith_wide, kith_service;
-- The times at which the asker was one of the two: asked once for a whole question.
create function kith.times_of_two() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select s.line from supervision_current s where s.council = here() and (s.worker = me() or s.supervisor = me()) $$;
revoke all on function kith.times_of_two() from public;
alter function kith.times_of_two() owner to kith_rules;
grant execute on function kith.times_of_two() to kith_caseload, kith_wide, kith_service;
drop policy sees on kith.supervision_personal;
create policy sees on kith.supervision_personal for select to kith_caseload, kith_wide using (council = (select kith.here())
  and (worker = (select kith.me()) or session in (select kith.times_of_two())
    or case when session is null then kith.part_in_supervision(kith.time_of_personal(council, line, session, worker, written)) is not null end));
drop policy writes on kith.supervision_personal;
create policy writes on kith.supervision_personal for insert to kith_caseload, kith_wide with check (council = (select kith.here())
  and recorded_by = (select kith.me()) and case when session is null then worker = (select kith.me()) else kith.part_in_supervision(session) is not null end);
-- The view of what stands knows the columns it was made with.
drop view kith.supervision_personal_current;
create view kith.supervision_personal_current with (security_invoker = true) as select r.* from kith.supervision_personal r where r.change <> 'retraction'
  and not exists (select from kith.supervision_personal_superseded n where n.council = r.council and n.supersedes = r.id);
grant select on kith.supervision_personal_current to kith_caseload, kith_wide, kith_service, kith_rules;

-- As before (0175), and of what was written before that time.
create or replace function kith.closed_by_signatures() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  asked uuid;
  row jsonb := to_jsonb(new);
begin
  -- what comes back from an export comes in no order, and was closed where it came from
  if current_setting('role') = 'kith_restore' then return new; end if;
  asked := case tg_table_name
    when 'supervision' then new.line
    when 'supervision_entry' then (row ->> 'session')::uuid
    when 'supervision_personal' then time_of_personal(new.council, new.line, (row ->> 'session')::uuid, (row ->> 'worker')::uuid, (row ->> 'written')::date)
    when 'supervision_view' then supervision_after(new.council, (row ->> 'worker')::uuid, (row ->> 'written')::date,
      coalesce((select f.recorded from supervision_view f where f.council = new.council and f.child = (row ->> 'child')::uuid and f.id = new.line), new.recorded))
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
create trigger closed before insert on kith.supervision_view for each row execute function kith.closed_by_signatures();

-- Whom somebody would have supervised on a day, by the teams that they manage now: who worked in them then. Not the personal part.
create function kith.once_in_my_teams() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  with mine as materialized (select teams_held(me(), 'manager') as team)
  select m.person from team_membership m join team t on t.council = m.council and t.id = m.team
  where m.council = here() and not m.retracted and m.person <> me()
    and not exists (select from team_membership n where n.council = m.council and n.supersedes = m.id)
    and (m.role in ('worker', 'duty') and m.team in (select team from mine) or m.role = 'manager' and t.under in (select team from mine)) $$;
revoke all on function kith.once_in_my_teams() from public;
alter function kith.once_in_my_teams() owner to kith_rules;
grant execute on function kith.once_in_my_teams() to kith_caseload, kith_wide, kith_service;
create function kith.was_in_my_teams(whom uuid, on_day date) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  with mine as materialized (select teams_held(me(), 'manager') as team)
  select exists (select from team_membership m join team t on t.council = m.council and t.id = m.team
    where m.council = here() and m.person = whom and not m.retracted and m.during @> on_day
      and not exists (select from team_membership n where n.council = m.council and n.supersedes = m.id)
      and (m.role in ('worker', 'duty') and m.team in (select team from mine) or m.role = 'manager' and t.under in (select team from mine))) $$;
revoke all on function kith.was_in_my_teams(uuid, date) from public;
alter function kith.was_in_my_teams(uuid, date) owner to kith_rules;
grant execute on function kith.was_in_my_teams(uuid, date) to kith_caseload, kith_wide, kith_service;
create policy sees_of_then on kith.supervision for select to kith_caseload, kith_wide using (council = (select kith.here())
  and worker in (select kith.once_in_my_teams()) and kith.was_in_my_teams(worker, held));
