-- What a person decides of each row of the record before somebody is handed their own file: it goes out whole, with words struck
-- through, or not (decision 0249). A decision is about one version of a row, and of one request. Written and read by whoever may hand
-- the record over and may know the row itself: the words to strike are words of that row.

create table kith.file_decision (like door.record_shape including defaults including constraints,
  request  uuid not null,                                               -- the line of kith.file_request
  on_table text not null check (on_table ~ '^[a-z_]+$'),
  on_row   uuid not null,                                               -- one version: one that came later is not decided
  goes     text not null check (goes in ('whole', 'struck', 'left out')),
  kind     text check (kind in ('other people', 'serious harm', 'health not asked', 'legal advice', 'crime or court', 'adoption')),
  constraint kind_of_what_is_left_out check ((goes = 'whole') = (kind is null)),
  constraint documents_are_not_struck check (goes <> 'struck' or on_table not in ('document', 'document_file'))
);
call kith.make_record('kith.file_decision', 'documents');
call kith.follow('kith.file_decision', 'request', 'kith.file_request');
create index on kith.file_decision (council, request, on_row);

-- Tables of which a file is made: every record of a child, but what is decided of the file itself, and what leads to another child's
-- record or to a sealed one: read only by who sees that record too, it says nothing but which it is.
create function kith.file_tables() returns setof text language sql stable set search_path = kith, pg_temp as $$
  select c.relname::text from pg_class c
  where c.relnamespace = 'kith'::regnamespace and c.relkind = 'r' and c.relname not in ('file_decision', 'file_made', 'adoption_tie', 'family_link')
    and 2 = (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('child', 'source_key'))
  order by 1 $$;
-- Of a brother or sister whose record is sealed nothing stands in it, as in the family of this record (decision 0159): who they are and
-- where they live. A condition on a row called r.
create function kith.file_without(of_table text) returns text language sql immutable set search_path = kith, pg_temp as $$
  select case
    when of_table = 'family_person' then 'r.line <> all (array(select kith.sealed_relatives()))'
    when of_table = 'family_home' then 'r.person <> all (array(select kith.sealed_relatives()))'
    when of_table = 'family_tie' then 'r.one <> all (array(select kith.sealed_relatives())) and coalesce(r.other <> all (array(select kith.sealed_relatives())), true)'
    else 'true' end $$;
-- This record and those joined with it, of which the asker may hand over.
create function kith.file_records(whom uuid) returns uuid[] language sql stable security definer set search_path = kith, pg_temp as $$
  select array(select k from (select whom as k union select j.child from joined_child j where j.council = here() and j.goes_on = whom) every
    where may(k, 'see', 'header') and may(k, 'takeOut', 'documents') order by k) $$;
-- Every row of the record, by its id alone, and whether it is decided: what is kept from the asker too, so that no file is called whole
-- of which somebody read a part.
create function kith.file_ids(whom uuid, of_request uuid) returns table (on_table text, id uuid, line uuid)
language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  t text;
  every uuid[];
begin
  if not may(whom, 'takeOut', 'documents') then return; end if;
  every := array(select whom union select j.child from joined_child j where j.council = here() and j.goes_on = whom);
  for t in select file_tables() loop
    return query execute format($q$select %1$L::text, r.id, r.line from %1$I r
      where r.council = $1 and r.child = any ($2) and not (%1$L = 'file_request' and r.line = $3) and %2$s$q$, t, file_without(t))
      using here(), every, of_request;
  end loop;
end $$;
create function kith.file_all(whom uuid, of_request uuid) returns table (on_table text, id uuid, line uuid, decided boolean)
language sql stable security definer set search_path = kith, pg_temp as $$
  with done as materialized (
    select d.on_row from file_decision d where d.council = here() and d.child = whom and d.request = of_request and d.change <> 'retraction'
      -- by the index, and below as a hash, not by joins: whatever the planner thinks of so many rows
      and (select true from file_decision n where n.council = d.council and n.supersedes = d.id) is null)
  select i.on_table, i.id, i.line, i.id in (select d.on_row from done d) from file_ids(whom, of_request) i $$;
-- Unfinished writing of others about the child: theirs alone, so counted and not read.
create function kith.file_drafts(whom uuid) returns int language sql stable security definer set search_path = kith, pg_temp as $$
  select case when may(whom, 'takeOut', 'documents') then (select count(*)::int from draft d
    where d.council = here() and d.child = whom and d.author <> me() and d.ended is null) else 0 end $$;

-- The rows of these tables that the asker may read, under their own sight, without words; the columns in the order of the table.
create function kith.file_rows(whom uuid, of_request uuid, tables text[]) returns table (on_table text, held json)
language plpgsql stable set search_path = kith, pg_temp as $$
declare
  t text;
  every uuid[] := file_records(whom);
begin
  for t in select f from file_tables() f where f = any (tables) loop
    return query execute format($q$select %1$L::text, (select row_to_json(x) from (select %2$s, r.said is not null as worded) x)
      from %1$I r where r.council = (select here()) and r.child = any ($1) and not (%1$L = 'file_request' and r.line = $2) and %3$s$q$, t,
      (select string_agg(format('r.%I', a.attname), ', ' order by a.attnum) from pg_attribute a where a.attrelid = format('kith.%I', t)::regclass
        and a.attnum > 0 and not a.attisdropped and a.attname not in ('council', 'said', 'tx', 'retention_class', 'retention_start')), file_without(t))
      using every, of_request;
  end loop;
end $$;
create function kith.file_said(tables text[], ids uuid[]) returns table (id uuid, said bytea)
language plpgsql stable set search_path = kith, pg_temp as $$
declare
  t text;
begin
  for t in select f from file_tables() f where f = any (tables) loop
    return query execute format('select r.id, r.said from %I r where r.council = (select here()) and r.id = any ($1) and r.said is not null and %s', t, file_without(t)) using ids;
  end loop;
end $$;
-- Whether the asker reads that row, under their own sight.
create function kith.file_row_seen(of_table text, of_row uuid) returns boolean language plpgsql stable set search_path = kith, pg_temp as $$
declare
  seen boolean;
begin
  if of_table not in (select file_tables()) then return false; end if;
  execute format('select exists (select from %I r where r.council = (select here()) and r.id = $1 and %s)', of_table, file_without(of_table)) into seen using of_row;
  return seen;
end $$;

-- Of the record, of a request that waits for its answer, one standing decision for a row, which stays about that row.
create function kith.keep_file_decision() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  whose uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.child::text, new.council));
  if not exists (select from file_request r where r.council = new.council and r.line = new.request and r.change <> 'retraction' and r.outcome is null
      and not exists (select from file_request n where n.council = r.council and n.supersedes = r.id)) then
    raise check_violation using message = 'the request is answered', constraint = 'decided_before_it_is_handed_over';
  end if;
  if new.supersedes is not null and not exists (select from file_decision d where d.council = new.council and d.id = new.supersedes
      and (d.request, d.on_table, d.on_row) = (new.request, new.on_table, new.on_row)) then
    raise check_violation using message = 'a decision stays about its row', constraint = 'decision_of_one_row';
  end if;
  if new.change = 'retraction' then return null; end if;
  if new.on_table in (select file_tables()) then
    execute format('select child from %I where council = $1 and id = $2', new.on_table) into whose using new.council, new.on_row;
  end if;
  if whose is null or (whose <> new.child and not exists (select from joined_child j where j.council = new.council and j.child = whose and j.goes_on = new.child)) then
    raise foreign_key_violation using message = 'no such row of this record', constraint = 'decides_on_a_row_of_the_record';
  end if;
  if exists (select from file_decision d where d.council = new.council and d.request = new.request and d.on_row = new.on_row and d.line <> new.line
      and d.change <> 'retraction' and not exists (select from file_decision n where n.council = d.council and n.supersedes = d.id)) then
    raise unique_violation using message = 'decided already', constraint = 'one_decision_for_a_row';
  end if;
  return null;
end $$;

do $own$
declare
  f text;
begin
  foreach f in array array['file_records(uuid)', 'file_ids(uuid, uuid)', 'file_all(uuid, uuid)', 'file_drafts(uuid)', 'keep_file_decision()'] loop
    execute format('alter function kith.%s owner to kith_rules', f);
  end loop;
  foreach f in array array['file_tables()', 'file_without(text)', 'file_records(uuid)', 'file_all(uuid, uuid)', 'file_drafts(uuid)', 'file_rows(uuid, uuid, text[])', 'file_said(text[], uuid[])', 'file_row_seen(text, uuid)'] loop
    execute format('revoke all on function kith.%s from public', f);
    execute format('grant execute on function kith.%s to kith_caseload, kith_wide', f);
  end loop;
  revoke all on function kith.file_ids(uuid, uuid) from public;
  grant execute on function kith.file_tables(), kith.file_without(text) to kith_rules;
end $own$;

create trigger keeps after insert on kith.file_decision for each row execute function kith.keep_file_decision();
call kith.only_writes('kith.file_decision', $$kith.may(child, 'takeOut', 'documents') and kith.file_row_seen(on_table, on_row)$$);
-- Read by whoever may hand the record over, and by nobody else of the scope. As sets, as in the wall: `kith.may` for each of some thousand
-- decisions took two thirds of the page's time.
create procedure kith.only_handers_read(t regclass, also text) language plpgsql set search_path = kith, pg_temp as $$
declare
  bits int := reference.scope_bits(array['documents']);
  mine text := format('select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and (v.takes_out & %s) <> 0', bits);
begin
  execute format('create policy caseload_hands_over on %s as restrictive for select to kith_caseload using (child = any (array(%s)) and (%s))', t, mine, also);
  execute format('create policy wide_hands_over on %s as restrictive for select to kith_wide using ((child in (%s) or ((select kith.council_scopes(''takeOut'')) & %s) <> 0 and child <> all (array(select kith.kept_from_me()))) and (%s))', t, mine, bits, also);
end $$;
call kith.only_handers_read('kith.file_decision', 'said is null or kith.file_row_seen(on_table, on_row)');
-- As its request: also of a copy that is closed.
call kith.put_into('kith.note_change()', $$'record_transfer', 'file_request',$$, $$'record_transfer', 'file_request', 'file_decision', 'file_made',$$);
