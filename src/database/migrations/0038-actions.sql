-- Actions: one list for the whole product. What is to be done for a child, by whom, by when, why, and what for; what became of it.

create table kith.action (like door.record_shape including defaults including constraints,
  owned_by text not null check (owned_by in ('worker', 'another service')),
  owner uuid,                                                    -- the worker; another service is named in words
  due date,
  no_due_why text check (no_due_why in ('waits for something else', 'goes on all the time', 'the day is not known yet')),
  origin text not null check (origin in ('review', 'supervision', 'visit', 'plan', 'audit', 'missing', 'decision', 'view', 'note', 'health', 'learning', 'other')),
  on_table text check (on_table ~ '^[a-z_]+$'),                  -- the line from which it came
  on_line uuid,
  audience text[],
  must_not_know uuid[],
  audience_why text check (audience_why in ('not released', 'court order', 'Children Act 1989 Sch 2 para 15(4)', 'safety of the child',
    'wish of the child', 'carer''s safety', 'private to whom it is about', 'told in confidence')),
  constraint audience_has_a_reason check ((audience is null and must_not_know is null) or audience_why is not null),
  constraint a_day_or_why_none check ((due is null) <> (no_due_why is null)),
  constraint a_worker_or_a_service check ((owned_by = 'worker') = (owner is not null)),
  foreign key (council, owner) references kith.worker
);
call kith.make_heard_record('kith.action', 'plan');
call kith.may_point('kith.action');
create index on kith.action (council, owner) where owner is not null;
-- Who holds the review, the audit or the school plan from which an action comes may write it, if they see the plan.
call kith.also_writes('kith.action', 'on_table is not null and kith.may_write_from(child, on_table)');

-- A step on the way: a new due day with its reason, or another owner.
create table kith.action_step (like door.record_shape including defaults including constraints,
  action uuid not null,
  kind text not null check (kind in ('carried on', 'owner changed')),
  due date,
  no_due_why text check (no_due_why in ('waits for something else', 'goes on all the time', 'the day is not known yet')),
  owned_by text check (owned_by in ('worker', 'another service')),
  owner uuid,
  constraint carried_to_a_day_or_why_none check (case kind when 'carried on' then (due is null) <> (no_due_why is null) and owned_by is null and owner is null
    else due is null and no_due_why is null and owned_by is not null and (owned_by = 'worker') = (owner is not null) end),
  foreign key (council, owner) references kith.worker
);
call kith.make_record('kith.action_step', 'plan');
call kith.follow('kith.action_step', 'action', 'kith.action');
create index on kith.action_step (council, owner) where owner is not null;

-- What became of it: done, with what changed for the child; not done; no longer needed. One outcome stands.
create table kith.action_outcome (like door.record_shape including defaults including constraints,
  action uuid not null,
  outcome text not null check (outcome in ('done', 'not done', 'no longer needed')),
  happened date not null
);
call kith.make_record('kith.action_outcome', 'plan');
call kith.follow('kith.action_outcome', 'action', 'kith.action');
create trigger one_standing after insert on kith.action_outcome for each row execute function kith.one_standing('action');

-- Whose action it is now says what became of it, and so does whoever writes the part of the record from which it came.
create function kith.may_act_on(whom uuid, action_line uuid) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  asked action;
  holder uuid;
begin
  select a.* into asked from action a where a.council = here() and a.child = whom and a.line = action_line
    and not exists (select from action n where n.council = a.council and n.supersedes = a.id);
  if not found or not may(whom, 'see', 'plan') then return false; end if;
  select s.owner into holder from action_step s
    where s.council = here() and s.child = whom and s.action = action_line and s.kind = 'owner changed' and s.change <> 'retraction'
      and not exists (select from action_step n where n.council = s.council and n.supersedes = s.id)
    order by s.line desc limit 1;
  if not found then holder := asked.owner; end if;
  return holder is not distinct from me() or asked.on_table is not null and may_write_from(whom, asked.on_table);
end $$;
alter function kith.may_act_on(uuid, uuid) owner to kith_rules;
grant execute on function kith.may_act_on(uuid, uuid) to kith_caseload, kith_wide;
call kith.also_writes('kith.action_step', 'kith.may_act_on(child, action)');
call kith.also_writes('kith.action_outcome', 'kith.may_act_on(child, action)');

-- Whether a worker still stands in a relation that shows the plan of a child; told only to those who see the plan themselves.
create function kith.still_sees_plan(whom uuid, worker uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select case when may(whom, 'see', 'plan') or current_setting('role') = 'kith_service' then
    exists (select from visible_child v where v.council = here() and v.person = worker and v.child = whom and v.since <= now() and v.until > now()
      and (v.sees & reference.scope_bits('{plan}')) <> 0)
    or exists (select from sees_council s where s.council = here() and s.person = worker and s.since <= now() and s.until > now()
      and (s.sees & reference.scope_bits('{plan}')) <> 0) end $$;
alter function kith.still_sees_plan(uuid, uuid) owner to kith_rules;
grant execute on function kith.still_sees_plan(uuid, uuid) to kith_caseload, kith_wide, kith_service;
