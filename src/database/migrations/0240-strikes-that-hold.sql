-- What a reader found of one's own file (decision 0249): decisions that hold words are read as one set for each table; words to strike do
-- not outlive the words that they quote; and decisions on the file that colleagues have not finished are no writing about the child.

-- Decisions with words of those whose record the asker may hand over, by the table of the row: past the walls, so ids alone.
create function kith.file_worded() returns table (on_table text, on_rows uuid[])
language sql stable security definer set search_path = kith, pg_temp as $$
  with mine as materialized (select c.child from (select distinct d.child from file_decision d where d.council = here() and d.said is not null) c
    where may(c.child, 'takeOut', 'documents'))
  select d.on_table, array_agg(distinct d.on_row) from file_decision d
  where d.council = here() and d.said is not null and d.child in (select m.child from mine m) group by d.on_table $$;
-- Those of them of which the asker reads the row, under their own sight: one statement a table, where one a decision took 7 ms each.
create function kith.file_rows_seen() returns setof uuid language plpgsql stable set search_path = kith, pg_temp as $$
declare
  t text;
  ids uuid[];
begin
  for t, ids in select w.on_table, w.on_rows from file_worded() w where w.on_table in (select file_tables()) loop
    return query execute format('select r.id from %I r where r.council = (select here()) and r.id = any ($1) and %s', t, file_without(t)) using ids;
  end loop;
end $$;
drop policy caseload_hands_over on kith.file_decision;
drop policy wide_hands_over on kith.file_decision;
call kith.only_handers_read('kith.file_decision', 'said is null or on_row in (select kith.file_rows_seen())');

-- What quotes these rows: what was decided of them in a file, and the drafts that became that.
create function kith.file_copies(of_rows uuid[]) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  with decided as (select d.id from file_decision d where d.council = here() and d.on_row = any (of_rows))
  select d.id from decided d union all
  select f.id from draft f where f.council = here() and (f.result in (select d.id from decided d) or f.form = 'own-file-decision' and f.about = any (of_rows)) $$;
-- Each is a row out of sight too, so that a restored backup destroys it again.
call kith.put_into('kith.agree_out_of_sight(uuid)', '  delete from word_key where council = r.council and record = r.record;',
  $$  with gone as (delete from word_key k where k.council = r.council and k.record in (select file_copies(array[r.record])) returning k.record)
    insert into out_of_sight (council, record, child, reason, asked_by, asked, agreed_by, agreed)
      select r.council, g.record, r.child, r.reason, r.asked_by, r.asked, me(), now() from gone g on conflict do nothing;
  delete from word_key where council = r.council and record = r.record;$$);
-- Of a record that was joined, what quotes it stands in the one that goes on.
call kith.put_into('kith.decide_disposal(uuid, text, text)', 'from word_key k where k.council = r.council and k.child = r.child;',
  $$from word_key k where k.council = r.council and (k.child = r.child
        or k.record in (select file_copies(array(select w.record from word_key w where w.council = r.council and w.child = r.child))));$$);
call kith.put_into('kith.decide_disposal(uuid, text, text)', '  delete from word_key where council = r.council and child = r.child;',
  $$  delete from word_key k where k.council = r.council and (k.child = r.child
    or k.record in (select file_copies(array(select w.record from word_key w where w.council = r.council and w.child = r.child))));$$);

call kith.put_into('kith.file_drafts(uuid)', 'and d.ended is null', $$and d.form not in ('own-file', 'own-file-decision') and d.ended is null$$);

-- A line that went out whole without a why is undecided once only some may know it: of what the database itself can see of a condition
-- (the program knows more of them), on any version of the line.
create function kith.file_lapsed(of_council smallint, decisions uuid[]) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  t text;
  ids uuid[];
  only_some text;
  found_one boolean;
begin
  for t, ids in select d.on_table, array_agg(d.on_row) from file_decision d where d.council = of_council and d.id = any (decisions) and d.goes = 'whole' and d.said is null
      and d.on_table in (select file_tables()) group by d.on_table loop
    select string_agg(format('cardinality(r.%I) > 0', a.attname), ' or ') into only_some from pg_attribute a
      where a.attrelid = format('kith.%I', t)::regclass and a.attname in ('audience', 'must_not_know', 'goes_into') and a.attndims > 0;
    if only_some is null then continue; end if;
    execute format('select exists (select from %1$I r where r.council = $1 and r.line in (select o.line from %1$I o where o.council = $1 and o.id = any ($2)) and (%2$s))', t, only_some)
      into found_one using of_council, ids;
    if found_one then return true; end if;
  end loop;
  return false;
end $$;
call kith.put_into('kith.keep_file_made()', '  if exists (select from unnest(new.decided) u where not exists',
  $$  if file_lapsed(new.council, new.decided) then
    raise check_violation using message = 'something came under a condition', constraint = 'made_once_all_is_decided';
  end if;
  if exists (select from unnest(new.decided) u where not exists$$);

do $own$
declare
  f text;
begin
  foreach f in array array['file_worded()', 'file_copies(uuid[])', 'file_lapsed(smallint, uuid[])'] loop
    execute format('alter function kith.%s owner to kith_rules', f);
  end loop;
  revoke all on function kith.file_worded(), kith.file_rows_seen(), kith.file_copies(uuid[]), kith.file_lapsed(smallint, uuid[]) from public;
  grant execute on function kith.file_worded(), kith.file_rows_seen() to kith_caseload, kith_wide;
  grant execute on function kith.file_copies(uuid[]) to kith_custodian;
end $own$;
