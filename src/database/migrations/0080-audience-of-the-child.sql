-- Whom an audience names is asked of the row's own child, and worked out by plans that are kept.

-- The wall asked `a.child = child`, in which the inner `child` is `a.child` itself: whoever was the allocated worker of any
-- child was in the audience "allocated worker" of every child of whom they saw the part. The child is named with its table now.
create or replace procedure kith.wall(t regclass, scope text, subject text default 'child', also_visible text default null, audience boolean default false)
language plpgsql set search_path = kith, pg_temp as $$
declare
  bits int := reference.scope_bits(array[scope]);
  here text := 'council = (select kith.here())';
  mine text := 'select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and (v.%s & %s) <> 0';
  sees text := format(mine, 'sees', bits);
  writes text := format(mine, 'writes', bits);
  open text := case when also_visible is null then '' else format(' or (%s)', also_visible) end;
  heard text := case when not audience then '' else format(
    ' and (must_not_know is null or (select kith.me()) <> all (must_not_know))'
    ' and (audience is null or exists (select from kith.visible_child a where a.council = (select kith.here()) and a.person = (select kith.me()) and a.child = %s.%I and a.since <= now() and a.until > now() and a.relation = any (audience))'
    ' or (exists (select from kith.sees_council c where c.council = (select kith.here()) and c.person = (select kith.me()) and c.since <= now() and c.until > now() and c.relation = any (audience)) and %I <> all (array(select kith.kept_from_me()))))', t, subject, subject) end;
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('comment on table %s is %L', t, 'scope: ' || scope);
  execute format('grant select on %s to kith_caseload, kith_wide, kith_service, kith_rules', t);
  execute format('create policy caseload_sees on %s for select to kith_caseload using (%s and (%I = any (array(%s))%s)%s)', t, here, subject, sees, open, heard);
  execute format('create policy wide_sees on %s for select to kith_wide using (%s and (%I in (%s) or ((select kith.council_scopes(''see'')) & %s) <> 0 and %I <> all (array(select kith.kept_from_me()))%s)%s)', t, here, subject, sees, bits, subject, open, heard);
  execute format('create policy caseload_writes on %s for insert to kith_caseload with check (%s and recorded_by = (select kith.me()) and %I = any (array(%s)))', t, here, subject, writes);
  execute format('create policy wide_writes on %s for insert to kith_wide with check (%s and recorded_by = (select kith.me()) and (%I in (%s) or ((select kith.council_scopes(''write'')) & %s) <> 0 and %I <> all (array(select kith.kept_from_me()))))', t, here, subject, writes, bits, subject);
  execute format('create policy service on %s to kith_service using (%s) with check (%s and recorded_by = (select kith.me()))', t, here, here);
  execute format('create policy rules on %s to kith_rules using (true) with check (true)', t);
end $$;

do $mend$
declare
  p record;
  mended int := 0;
begin
  for p in select tablename, policyname, qual from pg_policies where schemaname = 'kith' and qual ~ '\ma\.child = a\.child\M' loop
    execute format('alter policy %I on kith.%I using (%s)', p.policyname, p.tablename,
      regexp_replace(p.qual, '\ma\.child = a\.child\M', format('a.child = %I.child', p.tablename)));
    mended := mended + 1;
  end loop;
  if mended <> 20 then raise exception '% policies asked it so, and not 20', mended; end if;
end $mend$;

-- `unheard_versions` built its text anew for each call, so that it was planned for each query, at twice what the rest of the
-- query cost. Each table gets a function of its own, whose plan a connection keeps.
create procedure kith.make_unheard_versions(t regclass) language plpgsql set search_path = kith, pg_temp as $$
declare
  name text := (select relname from pg_class where oid = t);
  unheard text := 'unheard_versions_of_' || name;
begin
  execute format($f$create function kith.%I(everywhere boolean) returns setof uuid language plpgsql stable security definer set search_path = kith, pg_temp as $body$
    begin
      return query with recursive asker as materialized (select here() as council, me() as person),
      mine as materialized (
        select v.child, v.relation from asker join visible_child v on v.council = asker.council and v.person = asker.person
        where v.since <= now() and v.until > now()),
      guarded as materialized (
        select r.id, r.supersedes, r.child, r.audience, r.must_not_know from asker join %2$s r on r.council = asker.council
        where r.supersedes is not null and (r.audience is not null or r.must_not_know is not null)
          and (everywhere or r.child in (select m.child from mine m))),
      heard as (
        select g.id from guarded g join mine m on m.child = g.child and m.relation = any (g.audience)
        union all
        select g.id from asker join sees_council s on s.council = asker.council and s.person = asker.person and s.since <= now() and s.until > now()
          join guarded g on s.relation = any (g.audience) where g.child not in (select kept_from_me())),
      earlier as (
        select g.supersedes as id from guarded g, asker
        where asker.person = any (g.must_not_know) or (g.audience is not null and g.id not in (select h.id from heard h))
        union
        select r.supersedes from earlier e, asker, %2$s r where r.council = asker.council and r.id = e.id and r.supersedes is not null)
      select e.id from earlier e;
    end $body$ $f$, unheard, t);
  execute format('alter function kith.%I(boolean) owner to kith_rules', unheard);
  execute format('grant execute on function kith.%I(boolean) to kith_caseload, kith_wide', unheard);
end $$;

create or replace procedure kith.make_heard_record(t regclass, scope text)
language plpgsql set search_path = kith, pg_temp as $$
declare
  name text := (select relname from pg_class where oid = t);
begin
  call kith.make_record(t, scope, null, true);
  call kith.make_unheard_versions(t);
  execute format('create index on %s (council, child) where supersedes is not null and (audience is not null or must_not_know is not null)', t);
  execute format('create policy caseload_heard on %s as restrictive for select to kith_caseload using (id not in (select kith.%I(false)))', t, 'unheard_versions_of_' || name);
  execute format('create policy wide_heard on %s as restrictive for select to kith_wide using (id not in (select kith.%I(true)))', t, 'unheard_versions_of_' || name);
end $$;

do $mend$
declare
  p record;
begin
  for p in select distinct tablename from pg_policies where schemaname = 'kith' and qual ~ 'unheard_versions\(' order by tablename loop
    call kith.make_unheard_versions(format('kith.%I', p.tablename)::regclass);
    execute format('alter policy caseload_heard on kith.%I using (id not in (select kith.%I(false)))', p.tablename, 'unheard_versions_of_' || p.tablename);
    execute format('alter policy wide_heard on kith.%I using (id not in (select kith.%I(true)))', p.tablename, 'unheard_versions_of_' || p.tablename);
  end loop;
end $mend$;
drop function kith.unheard_versions(text, boolean);
