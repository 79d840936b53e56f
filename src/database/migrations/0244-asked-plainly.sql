-- Who asks, and where, as a condition asks it: `here()` and not `(select here())` (decision 0250). A question of its own inside a condition is a
-- step of the plan, made ready each time a statement runs; the rows of a caseload are found by an index, which asks such a function once. For a
-- whole council it stays a question: there a table is read row by row, and each row would ask anew. The rows that are read are those of before.
-- A migration that makes a wall calls this at its end; `catalogue.test.ts` finds a wall that was left out.
create procedure kith.read_plainly() language plpgsql set search_path = pg_catalog as $$
declare
  wall record;
begin
  for wall in
    select p.polrelid::regclass as t, p.polname as name, pg_get_expr(p.polqual, p.polrelid) as reads from pg_policy p
    where p.polcmd = 'r' and (p.polroles = array['kith_caseload'::regrole::oid]
      or p.polname = 'mine' and p.polrelid in ('kith.visible_child'::regclass, 'kith.sees_council'::regclass))
      and pg_get_expr(p.polqual, p.polrelid) ~ '\( SELECT kith\.(here|me)\(\) AS \w+\)'
  loop
    execute format('alter policy %I on %s using (%s)', wall.name, wall.t,
      regexp_replace(wall.reads, '\( SELECT (kith\.(here|me)\(\)) AS \w+\)', '\1', 'g'));
  end loop;
end $$;
call kith.read_plainly();

-- Whom a caseload sees is asked by nearly every condition above: answered from the index alone.
alter table kith.visible_child drop constraint visible_child_pkey,
  add primary key (council, person, child, relation, since) include (until, sees);

-- The same answers, asked once.
create or replace function reference.scope_bits(names text[]) returns int language plpgsql stable set search_path = reference, pg_temp as $$
declare
  bits int;
  known int;
begin
  select coalesce(bit_or(bit), 0), count(*) into bits, known from scope where name = any (names);
  if known <> cardinality(names) and exists (select from unnest(names) n where n not in (select name from scope)) then
    raise exception 'unknown scope in %', names;
  end if;
  return bits;
end $$;
create or replace function kith.supervision_waits(decisions uuid[]) returns table (decision uuid, waits uuid[]) language plpgsql stable security definer set search_path = kith, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select d.id, array_remove(array[case when not s.supervised then e.supervisor end, case when not s.worked then e.worker end], null)
    from decision d join supervision_entry e on e.council = d.council and e.id = d.on_line
      cross join lateral (select coalesce(bool_or(g.part = 'supervisor'), false) as supervised, coalesce(bool_or(g.part = 'worker'), false) as worked
        from supervision_signature g where g.council = e.council and g.session = e.session) s
    where d.council = here() and d.id = any (decisions) and d.on_table = 'supervision_entry';
end $$;
