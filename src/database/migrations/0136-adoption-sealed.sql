-- After an adoption order the record is sealed: nobody finds it, whatever their part, but the people who are named, each time with a
-- reason; it is opened again by two of them (decision 0159). Adoption and Children Act 2002 sections 56 to 65.

create table kith.adoption_seal (like door.record_shape including defaults including constraints,
  step       text not null check (step in ('sealed', 'opening proposed', 'opened', 'opening refused')),
  order_made date not null,
  decided    date not null,
  named      uuid[] not null,                                           -- who may open it; two, so that it can be opened again by two
  constraint two_are_named check (cardinality(named) >= 2)
);
call kith.make_record('kith.adoption_seal', 'adoption');

-- Each look into a sealed record: by a named person, with a reason, for four hours at most.
create table kith.seal_opening (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  child       uuid not null,
  person      uuid not null,
  said        bytea not null,
  until       timestamptz not null,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  retention_class text not null default 'child-in-care',
  retention_start date,
  primary key (council, id),
  foreign key (council, child) references kith.child,
  foreign key (council, person) references kith.person
);
call kith.wall('kith.seal_opening', 'adoption');
grant insert on kith.seal_opening to kith_rules;
create index on kith.seal_opening (council, child);

-- Of a record that was joined to a sealed one as well.
create function kith.seal_of(c smallint, k uuid) returns setof kith.adoption_seal language sql stable set search_path = kith, pg_temp as $$
  select r.* from adoption_seal r
  where r.council = c and r.child in (select k union all select j.goes_on from joined_child j where j.council = c and j.child = k)
    and r.step <> 'opened' and r.change <> 'retraction' and not exists (select from adoption_seal n where n.council = r.council and n.supersedes = r.id) $$;
grant execute on function kith.seal_of(smallint, uuid) to kith_rules;

create function kith.may_seal(whom uuid, to_step text, who uuid[], of_version uuid) returns boolean
language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  was adoption_seal;
begin
  if not may(whom, 'approve', 'adoption') or me() <> all (who) or (select count(distinct w) from unnest(who) w join worker k on k.council = here() and k.id = w) < 2 then return false; end if;
  if to_step = 'sealed' and not exists (
    select from care_period p where p.council = here() and p.child in (select whom union all select j.child from joined_child j where j.council = here() and j.goes_on = whom)
      and p.end_reason in ('E11', 'E12') and p.change <> 'retraction' and not exists (select from care_period n where n.council = p.council and n.supersedes = p.id)) then return false; end if;
  if of_version is null then
    return to_step = 'sealed' and not exists (select from adoption_seal r where r.council = here() and r.child = whom);
  end if;
  select r.* into was from adoption_seal r where r.council = here() and r.child = whom and r.id = of_version;
  if not found then return false; end if;
  if was.step <> 'opened' and me() <> all (was.named) then return false; end if;
  return case to_step
    when 'sealed' then was.step in ('sealed', 'opened', 'opening refused')                       -- other people, or sealed again
    when 'opening proposed' then was.step in ('sealed', 'opening refused') and who = was.named
    when 'opened' then was.step = 'opening proposed' and was.recorded_by <> me() and who = was.named
    when 'opening refused' then was.step = 'opening proposed' and who = was.named
    else false end;
end $$;
alter function kith.may_seal(uuid, text, uuid[], uuid) owner to kith_rules;
grant execute on function kith.may_seal(uuid, text, uuid[], uuid) to kith_caseload, kith_wide;
call kith.only_writes('kith.adoption_seal', $$change in ('first', 'change') and kith.may_seal(child, step, named, supersedes)$$);

-- Whatever a relation gives is taken away while the seal stands; what is left is the look of who is named, for its hours.
call kith.put_into('kith.refresh_sight(smallint, uuid)', 'group by e.person, e.relation, e.since, r.sees, r.writes, r.approves, r.takes_out;',
  $q$group by e.person, e.relation, e.since, r.sees, r.writes, r.approves, r.takes_out;
  if exists (select from seal_of(c, k)) then
    delete from kept_child where council = c and child = k;
    insert into kept_child (council, child, kind, named) values (c, k, 'hidden', '{}');
    delete from visible_child where council = c and child = k;
    insert into visible_child (council, person, child, relation, since, until, sees, writes, approves, takes_out)
      select c, o.person, k, r.name, min(o.recorded), max(o.until),
             reference.scope_bits(r.sees), case when shut then 0 else reference.scope_bits(r.writes) end, reference.scope_bits(r.approves), reference.scope_bits(r.takes_out)
      from seal_opening o join reference.relation r on r.name = 'adoption-team'
      where o.council = c and o.until > now() and o.child in (select k union all select j.goes_on from joined_child j where j.council = c and j.child = k)
        and exists (select from seal_of(c, k) s where o.person = any (s.named))
        and not exists (select from own_child w where w.council = c and w.child = k and w.person = o.person)
      group by o.person, r.name, r.sees, r.writes, r.approves, r.takes_out;
  end if;$q$);

create function kith.sight_of_seals() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r record;
begin
  for r in select a.council, a.child from added a
    union select j.council, j.child from added a join joined_child j on j.council = a.council and j.goes_on = a.child order by 1, 2 loop
    perform refresh_sight(r.council, r.child);
  end loop;
  return null;
end $$;
alter function kith.sight_of_seals() owner to kith_rules;
create trigger sight after insert on kith.adoption_seal referencing new table as added for each statement execute function kith.sight_of_seals();
create trigger sight after insert on kith.seal_opening referencing new table as added for each statement execute function kith.sight_of_seals();

create function kith.open_sealed(whom uuid, use_id uuid, wrapped_key bytea, reason bytea, hours int) returns text language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  ends timestamptz := now() + make_interval(hours => hours);
begin
  if hours not between 1 and 4 then raise check_violation using message = 'a sealed record is opened for one to four hours'; end if;
  if reason is null or length(reason) < 30 then raise check_violation using message = 'say why'; end if;
  if not exists (select from adoption_seal r join seal_of(here(), whom) s on s.id = r.id where me() = any (s.named) and r.child = whom)
     or exists (select from own_child where council = here() and child = whom and person = me()) then
    insert into access_entry (council, person, what) values (here(), me(), 'was refused a sealed record');
    return 'not found';
  end if;
  insert into word_key (council, record, child, wrapped) values (here(), use_id, whom, wrapped_key);
  insert into seal_opening (council, id, child, person, said, until, recorded_by) values (here(), use_id, whom, me(), reason, ends, me());
  insert into access_entry (council, person, child, what, subject) values (here(), me(), whom, 'opened a sealed record', jsonb_build_object('use', use_id, 'until', ends));
  return 'opened';
end $$;
alter function kith.open_sealed(uuid, uuid, bytea, bytea, int) owner to kith_rules;
grant execute on function kith.open_sealed(uuid, uuid, bytea, bytea, int) to kith_caseload, kith_wide;

-- What a named person may know without opening it: which record, by its number and birth date, since when, and how far it is.
create function kith.sealed_for_me() returns table (child uuid, number text, born date, order_made date, decided date, step text, version uuid, open_until timestamptz)
language sql stable security definer set search_path = kith, pg_temp as $$
  select s.child, coalesce((select i.value from child_identifier i where i.council = s.council and i.child = s.child and i.issuer = 'ssda903' and i.change <> 'retraction' order by i.recorded desc limit 1), s.child::text),
    (select b.born from birth_claim_current b where b.council = s.council and b.child = s.child and b.standing = 'in force' limit 1),
    s.order_made, s.decided, s.step, s.id,
    (select max(v.until) from visible_child v where v.council = s.council and v.child = s.child and v.person = me() and v.until > now())
  from adoption_seal s
  where s.council = here() and me() = any (s.named) and s.step <> 'opened' and s.change <> 'retraction'
    and not exists (select from adoption_seal n where n.council = s.council and n.supersedes = s.id)
    and not exists (select from own_child w where w.council = s.council and w.child = s.child and w.person = me())
  order by s.order_made desc, s.id $$;
alter function kith.sealed_for_me() owner to kith_rules;
grant execute on function kith.sealed_for_me() to kith_caseload, kith_wide;

-- Two tables are read by the person they name: not of a sealed record.
create function kith.sealed_from_me() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select s.child from adoption_seal s
  where s.council = here() and s.step <> 'opened' and s.change <> 'retraction' and not exists (select from adoption_seal n where n.council = s.council and n.supersedes = s.id)
    and not exists (select from visible_child v where v.council = s.council and v.child = s.child and v.person = me() and v.until > now()) $$;
alter function kith.sealed_from_me() owner to kith_rules;
grant execute on function kith.sealed_from_me() to kith_caseload, kith_wide, kith_service;
create policy not_sealed on kith.notice as restrictive for select to kith_caseload, kith_wide
  using (child <> all (array(select kith.sealed_from_me())));
create policy not_sealed on kith.standing_relation as restrictive for select to kith_caseload, kith_wide
  using (child is null or child <> all (array(select kith.sealed_from_me())));

-- A brother or sister whose record is sealed has no name in the records of the others, and leads nowhere.
create function kith.sealed_relatives() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select l.person from adoption_seal s join family_link l on l.council = s.council and l.other_child = s.child
  where s.council = nullif(current_setting('app.council', true), '')::smallint and s.step <> 'opened' and s.change <> 'retraction' and l.change <> 'retraction'
    and not exists (select from adoption_seal n where n.council = s.council and n.supersedes = s.id)
    and not exists (select from family_link n where n.council = l.council and n.supersedes = l.id) $$;
alter function kith.sealed_relatives() owner to kith_rules;
grant execute on function kith.sealed_relatives() to kith_caseload, kith_wide, kith_service;
do $names$
declare
  held text := (select string_agg(case when attname = 'said' then 'case when r.line = any (array(select kith.sealed_relatives())) then null else r.said end as said' else format('r.%I', attname) end, ', ' order by attnum)
    from pg_attribute where attrelid = 'kith.family_person_current'::regclass and attnum > 0 and not attisdropped);
  stands text := pg_get_viewdef('kith.family_person_current'::regclass);
begin
  execute 'create or replace view kith.family_person_current with (security_invoker = true) as select ' || held
    || ' from kith.family_person r where ' || regexp_replace(rtrim(stands, E'; \n'), '^.*?\mWHERE\M', '', 's');
end $names$;
