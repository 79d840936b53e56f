-- What the shared rooms (notes, views, actions, decisions) need of the wall besides kith.wall: an audience that an
-- older version is no way round, rows that are heard by whoever hears what they hang on, and pointers at any line of the record.

-- Versions that came before one which the asker may not hear: an older version, with a wider audience, is no way round it, and
-- does not look as if it stood. Worked out once for each query, over the few versions that were written again. The audience of
-- the version itself is in kith.wall.
create function kith.unheard_versions(of_table text, everywhere boolean) returns setof uuid language plpgsql stable security definer set search_path = kith, pg_temp as $$
begin
  if not exists (select from pg_attribute where attrelid = to_regclass(format('kith.%I', of_table)) and attname = 'must_not_know') then
    raise exception 'no table with an audience: %', of_table;
  end if;
  return query execute format($q$
    with recursive asker as materialized (select here() as council, me() as person),
    mine as materialized (
      select v.child, v.relation from asker join visible_child v on v.council = asker.council and v.person = asker.person
      where v.since <= now() and v.until > now()),
    guarded as materialized (
      select r.id, r.supersedes, r.child, r.audience, r.must_not_know from asker join %1$I r on r.council = asker.council
      where r.supersedes is not null and (r.audience is not null or r.must_not_know is not null)
        and ($1 or r.child in (select m.child from mine m))),
    heard as (
      select g.id from guarded g join mine m on m.child = g.child and m.relation = any (g.audience)
      union all
      select g.id from asker join sees_council s on s.council = asker.council and s.person = asker.person and s.since <= now() and s.until > now()
        join guarded g on s.relation = any (g.audience) where g.child not in (select kept_from_me())),
    earlier as (
      select g.supersedes as id from guarded g, asker
      where asker.person = any (g.must_not_know) or (g.audience is not null and g.id not in (select h.id from heard h))
      union
      select r.supersedes from earlier e, asker, %1$I r where r.council = asker.council and r.id = e.id and r.supersedes is not null)
    select e.id from earlier e $q$, of_table) using everywhere;
end $$;
alter function kith.unheard_versions(text, boolean) owner to kith_rules;
grant execute on function kith.unheard_versions(text, boolean) to kith_caseload, kith_wide;

-- A record with audience and must_not_know columns: a version is heard by whoever may hear it and every later one of its line.
create procedure kith.make_heard_record(t regclass, scope text)
language plpgsql set search_path = kith, pg_temp as $$
declare
  name text := (select relname from pg_class where oid = t);
begin
  call kith.make_record(t, scope, null, true);
  execute format('create index on %s (council, child) where supersedes is not null and (audience is not null or must_not_know is not null)', t);
  execute format('create policy caseload_heard on %s as restrictive for select to kith_caseload using (id not in (select kith.unheard_versions(%L, false)))', t, name);
  execute format('create policy wide_heard on %s as restrictive for select to kith_wide using (id not in (select kith.unheard_versions(%L, true)))', t, name);
end $$;

-- Rows that hang on a line of `parent` (whose audience may be narrower than the scope): read, and written, only by people who
-- see that line. The sub-select runs under the asker's own sight.
create procedure kith.follow(t regclass, pointer text, parent regclass)
language plpgsql set search_path = kith, pg_temp as $$
declare
  seen text := format('exists (select from %s followed where followed.council = %s.council and followed.child = %s.child and followed.line = %s.%I)', parent, t, t, t, pointer);
begin
  execute format('create index on %s (council, child, %I)', t, pointer);
  execute format('alter table %s add foreign key (council, child, %I) references %s (council, child, id)', t, pointer, parent);
  execute format('create policy followed on %s as restrictive for select to kith_caseload, kith_wide using (%s)', t, seen);
  execute format('create policy follows on %s as restrictive for insert to kith_caseload, kith_wide with check (%s)', t, seen);
end $$;

-- Somebody besides the writers of the scope may insert, where the condition holds. Each use of it widens who may write.
create procedure kith.also_writes(t regclass, condition text)
language plpgsql set search_path = kith, pg_temp as $$
declare
  role text;
begin
  foreach role in array array['kith_caseload', 'kith_wide'] loop
    execute format('create policy %I on %s for insert to %I with check (council = (select kith.here()) and recorded_by = (select kith.me()) and (%s))',
      substr(role, 6) || '_also_writes', t, role, condition);
  end loop;
end $$;
-- Not the writers of the scope, but only whoever meets the condition; no service worker either.
create procedure kith.only_writes(t regclass, condition text)
language plpgsql set search_path = kith, pg_temp as $$
begin
  execute format('drop policy caseload_writes on %s', t);
  execute format('drop policy wide_writes on %s', t);
  execute format('drop policy service on %s', t);
  execute format('create policy service on %s for select to kith_service using (council = (select kith.here()))', t);
  call kith.also_writes(t, condition);
end $$;

-- on_table and on_line name a line of any record table, of the same child. Checked after the wall has had its say.
create function kith.points_at_a_line() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  there boolean := false;
begin
  if new.on_table is null then return null; end if;
  if exists (select from pg_attribute where attrelid = to_regclass(format('kith.%I', new.on_table)) and attname = 'source_key') then
    execute format('select exists (select from %I where council = $1 and child = $2 and id = $3 and line = id)', new.on_table)
      into there using new.council, new.child, new.on_line;
  end if;
  if not there then raise foreign_key_violation using message = 'no such line of this child', constraint = 'hangs_on_a_line_of_the_child'; end if;
  return null;
end $$;
alter function kith.points_at_a_line() owner to kith_rules;
create procedure kith.may_point(t regclass)
language plpgsql set search_path = kith, pg_temp as $$
begin
  execute format('alter table %s add constraint pointer_is_whole check ((on_table is null) = (on_line is null))', t);
  execute format('create index on %s (council, on_line) where on_line is not null', t);
  execute format('create trigger points after insert on %s for each row execute function kith.points_at_a_line()', t);
end $$;

-- At most one line stands for what the column named in the trigger points at, whoever writes and however many at once.
create function kith.one_standing() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  taken boolean;
  pointed uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if new.change = 'retraction' then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.child::text, new.council));
  execute format('select exists (select from %1$s r where r.council = $1 and r.child = $2 and r.%2$I = $3 and r.line <> $4 and r.change <> ''retraction''
    and not exists (select from %1$s n where n.council = r.council and n.supersedes = r.id))', tg_relid::regclass, tg_argv[0])
    into taken using new.council, new.child, pointed, new.line;
  if taken then raise unique_violation using message = 'one stands already', constraint = 'one_standing_' || tg_table_name; end if;
  return null;
end $$;
alter function kith.one_standing() owner to kith_rules;

-- Whether the asker writes the part of the record to which a table belongs, and sees the plan: who holds a review may say what
-- is to be done after it.
create function kith.may_write_from(whom uuid, of_table text) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select coalesce((select may(whom, 'see', 'plan') and may(whom, 'write', substring(obj_description(c.oid) from '^scope: ([a-z]+)'))
    from pg_class c where c.oid = to_regclass(format('kith.%I', of_table)) and obj_description(c.oid) ~ '^scope: [a-z]+' and obj_description(c.oid) !~ '^scope: any'), false) $$;
alter function kith.may_write_from(uuid, text) owner to kith_rules;
grant execute on function kith.may_write_from(uuid, text) to kith_caseload, kith_wide;
