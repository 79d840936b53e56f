-- What one child's page costs does not grow with the council.

-- The distances of one child were found by reading those of the whole council.
create index on kith.placement_distance (council, child);

-- Who may not hear a line was worked out over every guarded line of the council, though somebody with a caseload sees few
-- children. The two questions are two statements now: each has its own index, and no parameter for which PostgreSQL would
-- plan it anew each time. `offset 0`: child by child, however many the planner thinks somebody sees.
-- Writes the body of a function `unheard_…(everywhere)`. `guarded`: what rows of `t`, called r, keep somebody out;
-- `takes`: the columns that are needed of them; `answer`: the statement upon `guarded` and `heard`, begun with a comma where
-- it adds a step; `rare`: most often nothing is guarded, which is asked first since it costs less to find out.
create function kith.unheard_body(t regclass, guarded text, takes text, key text, answer text, rare boolean) returns text language sql set search_path = kith, pg_temp as $$
  with ask as (select format(
    $q$return query with recursive asker as materialized (select here() as council, me() as person),
    mine as materialized (
      select v.child, v.relation from asker join visible_child v on v.council = asker.council and v.person = asker.person
      where v.since <= now() and v.until > now()),
    guarded as materialized (%%s),
    heard as (
      select g.%1$I as key from guarded g join mine m on m.child = g.child and m.relation = any (g.audience)
      union all
      select g.%1$I from asker join sees_council s on s.council = asker.council and s.person = asker.person and s.since <= now() and s.until > now()
        join guarded g on s.relation = any (g.audience) where g.child not in (select kept_from_me()))
    %2$s;$q$, key, answer) as text)
  select format($body$
    #variable_conflict use_column
    begin
      if everywhere then
        %s
      %s
        %s
      end if;
    end $body$,
    format(text, format('select %2$s from asker join %1$s r on r.council = asker.council where %3$s', t, takes, guarded)),
    case when not rare then 'else' else format('elsif exists (select from %s r where r.council = here() and %s and r.child in (
        select v.child from visible_child v where v.council = here() and v.person = me() and v.since <= now() and v.until > now())) then', t, guarded) end,
    format(text, format('select %2$s from (select distinct m.child from mine m) c cross join asker cross join lateral (
      select * from %1$s r where r.council = asker.council and r.child = c.child and %3$s offset 0) r', t, takes, guarded))) from ask $$;

-- Makes or makes anew `unheard`, as said in 0013 and 0050: the lines of `t` whose standing version keeps them from the asker.
create procedure kith.make_unheard_lines(t regclass, unheard text, gives text default 'setof uuid', answers text default 'g.line') language plpgsql set search_path = kith, pg_temp as $$
begin
  execute format('create index on %s (council, child) where audience is not null or must_not_know is not null', t);
  execute format('create or replace function kith.%I(everywhere boolean) returns %s language plpgsql stable security definer set search_path = kith, pg_temp as %L', unheard, gives,
    kith.unheard_body(t,
      -- by the index, not by a join of all
      format('(r.audience is not null or r.must_not_know is not null) and (select true from %s n where n.council = r.council and n.supersedes = r.id) is null', t),
      'r.line, r.child, r.audience, r.must_not_know', 'line',
      format('select %s from guarded g, asker where asker.person = any (g.must_not_know) or (g.audience is not null and g.line not in (select h.key from heard h))', answers),
      -- where every line has an audience, it is asked for in vain
      not (select a.attnotnull from pg_attribute a where a.attrelid = t and a.attname = 'audience')));
  execute format('alter function kith.%I(boolean) owner to kith_rules', unheard);
  execute format('grant execute on function kith.%I(boolean) to kith_caseload, kith_wide', unheard);
end $$;

create or replace procedure kith.wall_lines(t regclass) language plpgsql set search_path = kith, pg_temp as $$
declare
  unheard text := 'unheard_' || (select relname from pg_class where oid = t);
begin
  execute format('create index on %s (council) where audience is not null or must_not_know is not null', t);
  call kith.make_unheard_lines(t, unheard);
  execute format('create policy caseload_heard on %s as restrictive for select to kith_caseload using (line not in (select kith.%I(false)))', t, unheard);
  execute format('create policy wide_heard on %s as restrictive for select to kith_wide using (line not in (select kith.%I(true)))', t, unheard);
end $$;

create or replace procedure kith.make_unheard_versions(t regclass) language plpgsql set search_path = kith, pg_temp as $$
declare
  unheard text := 'unheard_versions_of_' || (select relname from pg_class where oid = t);
begin
  execute format('create or replace function kith.%I(everywhere boolean) returns setof uuid language plpgsql stable security definer set search_path = kith, pg_temp as %L', unheard,
    kith.unheard_body(t, 'r.supersedes is not null and (r.audience is not null or r.must_not_know is not null)',
      'r.id, r.supersedes, r.child, r.audience, r.must_not_know', 'id',
      format(', earlier as (
        select g.supersedes as id from guarded g, asker
        where asker.person = any (g.must_not_know) or (g.audience is not null and g.id not in (select h.key from heard h))
        union
        select r.supersedes from earlier e, asker, %s r where r.council = asker.council and r.id = e.id and r.supersedes is not null)
      select e.id from earlier e', t), true));
  execute format('alter function kith.%I(boolean) owner to kith_rules', unheard);
  execute format('grant execute on function kith.%I(boolean) to kith_caseload, kith_wide', unheard);
end $$;

do $again$
declare
  p record;
begin
  call kith.make_unheard_lines('kith.family_person', 'unheard_family_person');
  call kith.make_unheard_lines('kith.family_home', 'unheard_family_home');
  call kith.make_unheard_lines('kith.must_know', 'unheard_must_know');
  call kith.make_unheard_lines('kith.document', 'unheard_documents');
  -- With the child, since the placements of a line are found by it.
  call kith.make_unheard_lines('kith.address', 'unheard_addresses', 'table (child uuid, line uuid)', 'g.child, g.line');
  for p in select distinct tablename from pg_policies where schemaname = 'kith' and qual ~ 'unheard_versions_of_' order by tablename loop
    call kith.make_unheard_versions(format('kith.%I', p.tablename)::regclass);
  end loop;
end $again$;

create or replace function kith.unheard_sibling_group(everywhere boolean) returns setof uuid language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  unheard uuid[] := array(select unheard_family_person(everywhere));
begin
  if cardinality(unheard) = 0 then return; end if;
  return query select m.sibling_group from sibling_member m
    where m.council = here() and m.person = any (unheard) and m.change <> 'retraction'
      and not exists (select from sibling_member n where n.council = m.council and n.supersedes = m.id);
end $$;

-- Of a must-know every line has an audience, so that for whoever sees the whole council all of them would be gone through
-- for each page: there the line that is read is asked for itself.
create function kith.hears_must_know(whose uuid, of_line uuid) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
begin
  return exists (
    select from must_know m where m.council = here() and m.child = whose and m.line = of_line
      and (select true from must_know n where n.council = m.council and n.supersedes = m.id) is null
      and (m.must_not_know is null or me() <> all (m.must_not_know))
      and (exists (select from visible_child v where v.council = here() and v.person = me() and v.child = whose
             and v.since <= now() and v.until > now() and v.relation = any (m.audience))
        or (exists (select from sees_council s where s.council = here() and s.person = me() and s.since <= now() and s.until > now()
             and s.relation = any (m.audience)) and whose not in (select kept_from_me()))));
end $$;
alter function kith.hears_must_know(uuid, uuid) owner to kith_rules;
grant execute on function kith.hears_must_know(uuid, uuid) to kith_wide;
alter policy wide_heard on kith.must_know using (kith.hears_must_know(child, line));
