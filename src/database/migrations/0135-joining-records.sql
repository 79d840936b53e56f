-- Two records that are found to be of one child: proposed by one person, confirmed by another, each with a reason. One record goes on;
-- the earlier one is closed to writing and read as before by whoever could read it. What was joined wrongly is parted the same way
-- (decision 0158). Nothing is moved: the clock and the return read both together.

create table kith.record_join (like door.record_shape including defaults including constraints,
  goes_on uuid not null,                                                -- `child` is the record that is closed
  step text not null check (step in ('proposed', 'confirmed', 'refused', 'parting proposed', 'parted', 'parting refused')),
  births_answered boolean not null default false,                      -- the birth dates differ, and the one of the record that goes on is right
  constraint two_records check (child <> goes_on)
);
call kith.make_record('kith.record_join', 'header');
alter table kith.record_join add foreign key (council, goes_on) references kith.child (council, id);
create index on kith.record_join (council, goes_on);

-- DERIVED. Which record is closed, and where it goes on: kept by a trigger on kith.record_join.
create table kith.joined_child (
  council smallint not null references door.council,
  child   uuid not null,
  goes_on uuid not null,
  primary key (council, child),
  foreign key (council, child) references kith.child,
  foreign key (council, goes_on) references kith.child
);
create index on kith.joined_child (council, goes_on);
alter table kith.joined_child enable row level security;
alter table kith.joined_child force row level security;
comment on table kith.joined_child is 'derived';
grant select, insert, delete on kith.joined_child to kith_rules;
create policy rules on kith.joined_child to kith_rules using (true) with check (true);
grant select on kith.joined_child to kith_service;
create policy service on kith.joined_child for select to kith_service using (council = (select kith.here()));

-- Care periods of the two that overlap: nobody is in care twice, so one of them is wrong or they are two children.
create function kith.periods_that_overlap(one uuid, other uuid) returns table (one_began date, one_ended date, other_began date, other_ended date)
language sql stable set search_path = kith, pg_temp as $$
  select coalesce(a.began, a.began_by), a.ended, coalesce(b.began, b.began_by), b.ended
  from care_period_current a join care_period_current b on b.council = a.council
  where a.council = here() and a.child = one and b.child = other
    and daterange(coalesce(a.began, a.began_by), a.ended) && daterange(coalesce(b.began, b.began_by), b.ended)
  order by 1, 3 $$;
grant execute on function kith.periods_that_overlap(uuid, uuid) to kith_caseload, kith_wide, kith_service, kith_rules;

-- Who may take the documents of both out of Kith, as for words that are taken out of sight; and the second person is somebody else.
create function kith.may_join_records(one uuid, other uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select may(one, 'see', 'header') and may(other, 'see', 'header') and may(one, 'takeOut', 'documents') and may(other, 'takeOut', 'documents') $$;
create function kith.may_step_join(closes uuid, goes uuid, to_step text, of_version uuid) returns boolean
language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  was record_join;
begin
  if not may_join_records(closes, goes) then return false; end if;
  if to_step in ('proposed', 'confirmed') and (exists (select from periods_that_overlap(closes, goes))
      -- a record is closed once, and what goes on in another goes on for nobody else: no chains
      or exists (select from joined_child j where j.council = here() and (j.child in (closes, goes) or j.goes_on = closes))) then return false; end if;
  if of_version is null then
    return to_step = 'proposed' and not exists (select from record_join r where r.council = here() and r.child = closes and r.step not in ('refused', 'parted')
      and not exists (select from record_join n where n.council = r.council and n.supersedes = r.id));
  end if;
  select r.* into was from record_join r where r.council = here() and r.id = of_version and r.child = closes and r.goes_on = goes;
  if not found then return false; end if;
  return case to_step
    when 'confirmed' then was.step = 'proposed' and was.recorded_by <> me()
    when 'refused' then was.step = 'proposed'                            -- who proposed may think better of it
    when 'parting proposed' then was.step in ('confirmed', 'parting refused')
    when 'parted' then was.step = 'parting proposed' and was.recorded_by <> me()
    when 'parting refused' then was.step = 'parting proposed'
    else false end;
end $$;
alter function kith.may_join_records(uuid, uuid) owner to kith_rules;
alter function kith.may_step_join(uuid, uuid, text, uuid) owner to kith_rules;
grant execute on function kith.may_join_records(uuid, uuid), kith.may_step_join(uuid, uuid, text, uuid) to kith_caseload, kith_wide;
call kith.only_writes('kith.record_join', $$change in ('first', 'change') and kith.may_step_join(child, goes_on, step, supersedes)$$);

create function kith.records_joined() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r record;
begin
  for r in select a.council, a.child, a.goes_on, a.step from added a order by a.council, a.child loop
    if r.step = 'confirmed' then insert into joined_child (council, child, goes_on) values (r.council, r.child, r.goes_on); end if;
    if r.step = 'parted' then delete from joined_child j where j.council = r.council and j.child = r.child; end if;
    if r.step in ('confirmed', 'parted') then
      insert into child_changed (council, child) values (r.council, r.goes_on) on conflict do nothing;
      perform refresh_sight(r.council, r.child);
    end if;
  end loop;
  return null;
end $$;
alter function kith.records_joined() owner to kith_rules;
create trigger joins after insert on kith.record_join referencing new table as added for each statement execute function kith.records_joined();

-- CLOSED TO WRITING. What is derived says it to the locks of forms, and the trigger of every record refuses whoever writes, also a service.
-- How it was joined, who may see it (that is of its oversight) and how long it is kept are still written; and why, in words.
create function kith.may_say_of_closed(whom uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from joined_child j where j.council = here() and j.child = whom) and may(whom, 'takeOut', 'documents') $$;
alter function kith.may_say_of_closed(uuid) owner to kith_rules;
grant execute on function kith.may_say_of_closed(uuid) to kith_caseload, kith_wide;
create policy says_of_closed on kith.word_key for insert to kith_caseload, kith_wide
  with check (council = (select kith.here()) and kith.may_say_of_closed(child));
do $closed$
begin
  call kith.put_into('kith.note_change()', '  insert into child_changed', $q$  if tg_table_name not in ('record_join', 'restriction', 'retention_event')
     and exists (select from added a join joined_child j on j.council = a.council and j.child = a.child) then
    raise insufficient_privilege using message = 'the record is closed: it goes on in another';
  end if;
  insert into child_changed$q$);
  call kith.put_into('kith.refresh_sight(smallint, uuid)', 'reference.scope_bits(r.sees), reference.scope_bits(r.writes), reference.scope_bits(r.approves), reference.scope_bits(r.takes_out)
    from relations_to', $q$reference.scope_bits(r.sees), case when shut then reference.scope_bits(r.writes) & reference.scope_bits('{oversight}') else reference.scope_bits(r.writes) end, case when shut then 0 else reference.scope_bits(r.approves) end, reference.scope_bits(r.takes_out)
    from relations_to$q$);
  call kith.put_into('kith.refresh_sight(smallint, uuid)', '  kept record;', '  kept record;
  shut constant boolean := exists (select from joined_child j where j.council = c and j.child = k);');
  call kith.put_into('kith.may(uuid, text, text)', 'and exists (select from child where council = here() and id = whom)',
    $q$and exists (select from child where council = here() and id = whom)
        and (action in ('see', 'takeOut') or scope = 'oversight' or not exists (select from joined_child j where j.council = here() and j.child = whom))$q$);
  call kith.put_into('kith.open_scopes(uuid)', $q$council_scopes('write') as writes$q$,
    $q$case when exists (select from joined_child j where j.council = here() and j.child = whom) then council_scopes('write') & reference.scope_bits('{oversight}') else council_scopes('write') end as writes$q$);
end $closed$;

-- COUNTED ONCE. Nobody works with a record that is closed, so no caseload counts it; a list of children leaves it out by its id.
create function kith.joined_children() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select child from joined_child where council = nullif(current_setting('app.council', true), '')::smallint $$;  -- none, of no council
-- Of these records those that are closed, and where each goes on, where the asker may see both.
create function kith.joined_of(children uuid[]) returns table (child uuid, goes_on uuid) language sql stable security definer set search_path = kith, pg_temp as $$
  select j.child, j.goes_on from joined_child j
  where j.council = here() and j.child = any (children) and may(j.child, 'see', 'header') and may(j.goes_on, 'see', 'header') $$;
alter function kith.joined_children() owner to kith_rules;
alter function kith.joined_of(uuid[]) owner to kith_rules;
grant execute on function kith.joined_children(), kith.joined_of(uuid[]) to kith_caseload, kith_wide, kith_service;
create or replace view kith.allocation_current with (security_invoker = true) as
  select r.* from kith.allocation r where r.change <> 'retraction'
    and not exists (select from kith.allocation n where n.council = r.council and n.supersedes = r.id)
    and r.child <> all (array(select kith.joined_children()));

-- READ TOGETHER. As it was known at a moment, so that a return is made again as it was made.
create function kith.joins_known(c smallint, known timestamptz) returns table (child uuid, goes_on uuid) language sql stable set search_path = kith, pg_temp as $$
  select r.child, r.goes_on from record_join r
  where r.council = c and r.recorded <= known and r.step in ('confirmed', 'parting proposed', 'parting refused')
    and not exists (select from record_join n where n.council = r.council and n.supersedes = r.id and n.recorded <= known) $$;
grant execute on function kith.joins_known(smallint, timestamptz) to kith_caseload, kith_wide, kith_service, kith_rules;

-- Two children's facts as one child's: every list holds the rows of both, in the order of their ids; the birth date is that of the first.
create function kith.facts_of_both(one json, two json) returns json language sql stable set search_path = kith, pg_temp as $$
  select json_object_agg(a.key, case
    when a.key = 'births' then a.value
    when json_typeof(a.value) = 'object' then kith.facts_of_both(a.value, two -> a.key)
    when json_typeof(a.value) = 'array' and json_typeof(two -> a.key) = 'array' then
      (select json_agg(x.value order by x.value ->> 0, x.place, x.ordinality) from (
        select 1 as place, m.* from json_array_elements(a.value) with ordinality m
        union all select 2, m.* from json_array_elements(two -> a.key) with ordinality m) x)
    when json_typeof(a.value) = 'null' then two -> a.key
    else a.value end)
  from json_each(one) a $$;
grant execute on function kith.facts_of_both(json, json) to kith_caseload, kith_wide, kith_service, kith_rules;

-- As kith.facts_known, of the records that go on with what they go on from; of those that are closed, nothing.
create function kith.facts_together(c smallint, children uuid[], known timestamptz) returns table (child uuid, facts json)
language plpgsql stable set search_path = kith, pg_temp as $$
declare
  closed uuid[] := array(select j.child from joins_known(c, known) j where j.child = any (children) or j.goes_on = any (children));
  r record;
  whole json;
  e record;
begin
  if closed = '{}' then
    return query select f.child, f.facts from facts_known(c, children, known) f;
    return;
  end if;
  for r in select f.child, f.facts from facts_known(c, array(select u from unnest(children) u where u <> all (closed)), known) f loop
    whole := r.facts;
    for e in select f.facts from facts_known(c, array(select j.child from joins_known(c, known) j where j.goes_on = r.child), known) f order by f.child loop
      whole := facts_of_both(whole, e.facts);
    end loop;
    child := r.child;
    facts := whole;
    return next;
  end loop;
end $$;
grant execute on function kith.facts_together(smallint, uuid[], timestamptz) to kith_caseload, kith_wide, kith_service, kith_rules;
call kith.put_into('kith.facts_to_refresh(uuid[])', 'from facts_known(', 'from facts_together(');

-- What stands above every page of a child: that this record is closed, or that an earlier one was joined to it; the other one only to
-- whoever sees both, and of an earlier one nothing at all to anybody else.
create function kith.joined_beside(whom uuid) returns table (closed boolean, other uuid) language sql stable security definer set search_path = kith, pg_temp as $$
  select j.child = whom, case when j.child <> whom then j.child when may(j.goes_on, 'see', 'header') then j.goes_on end from joined_child j
  where j.council = here() and (j.child = whom or j.goes_on = whom) and may(j.child, 'see', 'header')
  order by j.child limit 1 $$;
alter function kith.joined_beside(uuid) owner to kith_rules;
grant execute on function kith.joined_beside(uuid) to kith_caseload, kith_wide, kith_service;
