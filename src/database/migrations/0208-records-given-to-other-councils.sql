-- One child's record is given to another council: to whom, on which day, by whom and why. The copy here is closed to writing and read as
-- before by whoever could read it; that it was given by mistake is taken back with a reason, and the record is open again (decision 0227).

create table kith.record_transfer (like door.record_shape including defaults including constraints,
  to_council text not null check (length(to_council) between 3 and 120),  -- what it is called
  given_on date not null,
  sums text not null check (sums ~ '^[0-9a-f]{64}$')                      -- SHA-256 of the SHA256SUMS of what was written: what it was can be shown
);
call kith.make_record('kith.record_transfer', 'header');

-- DERIVED. Whose record was given away: kept by a trigger on kith.record_transfer.
create table kith.transferred_child (
  council  smallint not null references door.council,
  child    uuid not null,
  transfer uuid not null,
  primary key (council, child),
  foreign key (council, child) references kith.child
);
alter table kith.transferred_child enable row level security;
alter table kith.transferred_child force row level security;
comment on table kith.transferred_child is 'derived';
grant select, insert, delete on kith.transferred_child to kith_rules;
create policy rules on kith.transferred_child to kith_rules using (true) with check (true);
grant select on kith.transferred_child to kith_service;
create policy service on kith.transferred_child for select to kith_service using (council = (select kith.here()));

-- Why it cannot be given now, each in one word; none: it can. The page and the command put them into words.
create function kith.stands_against_transfer(whom uuid) returns table (why text) language sql stable security definer set search_path = kith, pg_temp as $$
  select 'in care' where exists (select from care_period p where p.council = here() and p.child = whom and p.change <> 'retraction' and p.ended is null
      and not exists (select from care_period n where n.council = p.council and n.supersedes = p.id))
  union all select 'somebody works with them' where exists (select from allocation a where a.council = here() and a.child = whom and a.change <> 'retraction'
      and upper_inf(a.during) and not exists (select from allocation n where n.council = a.council and n.supersedes = a.id))
  union all select 'joined' where exists (select from joined_child j where j.council = here() and j.child = whom)
  union all select 'sealed' where exists (select from seal_of(here(), whom))
  union all select 'given already' where exists (select from transferred_child t where t.council = here() and t.child = whom) $$;
create function kith.may_give_record(whom uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select may(whom, 'see', 'header') and may(whom, 'takeOut', 'documents') $$;
-- Given by whoever may hand the record over, while nothing stands against it; taken back as long as it is given.
create function kith.may_write_transfer(whom uuid, how text, which uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select may_give_record(whom) and case how
    when 'first' then not exists (select from stands_against_transfer(whom))
    when 'retraction' then exists (select from transferred_child t where t.council = here() and t.child = whom and t.transfer = which)
    else false end $$;
alter function kith.stands_against_transfer(uuid) owner to kith_rules;
alter function kith.may_give_record(uuid) owner to kith_rules;
alter function kith.may_write_transfer(uuid, text, uuid) owner to kith_rules;
revoke all on function kith.stands_against_transfer(uuid), kith.may_give_record(uuid), kith.may_write_transfer(uuid, text, uuid) from public;
grant execute on function kith.stands_against_transfer(uuid), kith.may_give_record(uuid), kith.may_write_transfer(uuid, text, uuid) to kith_caseload, kith_wide;
call kith.only_writes('kith.record_transfer', $$kith.may_write_transfer(child, change, line)$$);

create function kith.record_given() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r record;
begin
  for r in select a.council, a.child, a.line, a.change from added a order by a.council, a.child loop
    if r.change = 'retraction' then delete from transferred_child t where t.council = r.council and t.child = r.child;
    else insert into transferred_child (council, child, transfer) values (r.council, r.child, r.line);
    end if;
    perform refresh_sight(r.council, r.child);
  end loop;
  return null;
end $$;
alter function kith.record_given() owner to kith_rules;
create trigger gives after insert on kith.record_transfer referencing new table as added for each statement execute function kith.record_given();

-- CLOSED TO WRITING, as a record that goes on in another: what asks whether a record is closed asks of both.
create view kith.closed_child with (security_invoker = true) as
  select council, child from kith.joined_child union all select council, child from kith.transferred_child;
grant select on kith.closed_child to kith_rules, kith_service;
do $closed$
begin
  call kith.put_into('kith.note_change()', $q$if tg_table_name not in ('record_join', 'restriction'$q$, $q$if tg_table_name not in ('record_join', 'record_transfer', 'file_request', 'restriction'$q$);
  call kith.put_into('kith.note_change()', 'from added a join joined_child j on', 'from added a join closed_child j on');
  call kith.put_into('kith.may_say_of_closed(uuid)', 'from joined_child j where', 'from closed_child j where');
  call kith.put_into('kith.refresh_sight(smallint, uuid)', 'shut constant boolean := exists (select from joined_child j', 'shut constant boolean := exists (select from closed_child j');
  call kith.put_into('kith.may(uuid, text, text)', 'not exists (select from joined_child j where', 'not exists (select from closed_child j where');
  call kith.put_into('kith.open_scopes(uuid)', 'case when exists (select from joined_child j where', 'case when exists (select from closed_child j where');
end $closed$;

-- What stands above every page of the child.
create function kith.given_to(whom uuid) returns table (to_council text, given_on date) language sql stable security definer set search_path = kith, pg_temp as $$
  select r.to_council, r.given_on from transferred_child t join record_transfer r on r.council = t.council and r.line = t.transfer and r.change = 'first'
  where t.council = here() and t.child = whom and may(whom, 'see', 'header') $$;
alter function kith.given_to(uuid) owner to kith_rules;
revoke all on function kith.given_to(uuid) from public;
grant execute on function kith.given_to(uuid) to kith_caseload, kith_wide, kith_service;

-- THE CLOCK. From that day on nothing after care is owed by us.
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', $$, 'planned', (select json_agg(json_build_array(s.id, ms(s.recorded)$$,
  $$, 'overs', (select json_agg(json_build_array(r.line, ms(r.recorded), day(r.given_on)) order by r.given_on, r.id)
           from record_transfer r where r.council = $1 and r.child = k.child and r.recorded <= $3 and r.change <> 'retraction'
           and not exists (select from record_transfer n where n.council = r.council and n.supersedes = r.id and n.recorded <= $3)), 'planned', (select json_agg(json_build_array(s.id, ms(s.recorded)$$);
