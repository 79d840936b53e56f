-- What every page asks before anything else, asked in fewer steps. The answers are those of before.

-- A moment as a number, made of what never changes: so it is written into the statement that asks it, and is no call for each row.
create or replace function kith.ms(t timestamptz) returns bigint language sql immutable parallel safe as $$
  select (date_part('epoch', t - timestamptz '1970-01-01 00:00:00+00') * 1000)::bigint $$;

-- A function of one SQL statement is made ready at each call, and asks everything in it, also what the first answer makes needless.
create or replace function kith.may(whom uuid, action text, scope text) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  bits int := reference.scope_bits(array[scope]);
begin
  if exists (
    select from visible_child
    where council = here() and person = me() and child = whom and since <= now() and until > now()
      and (case action when 'see' then sees when 'write' then writes when 'approve' then approves when 'takeOut' then takes_out else 0 end & bits) <> 0) then
    return true;
  end if;
  if (council_scopes(action) & bits) = 0 then return false; end if;
  return whom not in (select kept_from_me())
    and exists (select from child where council = here() and id = whom)
    and (action in ('see', 'takeOut') or scope = 'oversight' or not exists (select from closed_child j where j.council = here() and j.child = whom));
end $$;

create or replace function kith.open_scopes(whom uuid) returns table (scope text, sees boolean, writes boolean) language plpgsql stable security definer set search_path = kith, pg_temp as $$
#variable_conflict use_column
declare
  seen int;
  written int;
begin
  select coalesce(bit_or(v.sees), 0), coalesce(bit_or(v.writes), 0) into seen, written from visible_child v
  where v.council = here() and v.person = me() and v.child = whom and v.since <= now() and v.until > now();
  if exists (select from sees_council s where s.council = here() and s.person = me() and s.since <= now() and s.until > now())
     and whom not in (select kept_from_me()) and exists (select from child c where c.council = here() and c.id = whom) then
    seen := seen | council_scopes('see');
    written := written | case when exists (select from closed_child j where j.council = here() and j.child = whom)
      then council_scopes('write') & reference.scope_bits('{oversight}') else council_scopes('write') end;
  end if;
  return query select s.name, (seen & s.bit) <> 0, (written & s.bit) <> 0 from reference.scope s;
end $$;

create or replace function kith.joined_beside(whom uuid) returns table (closed boolean, other uuid) language plpgsql stable security definer set search_path = kith, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from joined_child j where j.council = here() and (j.child = whom or j.goes_on = whom)) then return; end if;
  return query
    select j.child = whom, case when j.child <> whom then j.child when may(j.goes_on, 'see', 'header') then j.goes_on end from joined_child j
    where j.council = here() and (j.child = whom or j.goes_on = whom) and may(j.child, 'see', 'header')
    order by j.child limit 1;
end $$;

create or replace function kith.given_to(whom uuid) returns table (to_council text, given_on date) language plpgsql stable security definer set search_path = kith, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from transferred_child t where t.council = here() and t.child = whom) then return; end if;
  return query
    select r.to_council, r.given_on from transferred_child t join record_transfer r on r.council = t.council and r.line = t.transfer and r.change = 'first'
    where t.council = here() and t.child = whom and may(whom, 'see', 'header');
end $$;

create or replace function kith.distance_bands(whom uuid) returns table (placement uuid, band text) language plpgsql stable security definer set search_path = kith, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select from placement_distance d where d.council = here() and d.child = whom and d.band is not null) or not may(whom, 'see', 'where') then return; end if;
  return query select d.placement, d.band from placement_distance d where d.council = here() and d.child = whom and d.band is not null;
end $$;

create or replace function kith.complaints_kept_from_me() returns setof uuid language plpgsql stable security definer set search_path = kith, pg_temp as $$
begin
  return query
    select c.line from complaint c where c.council = here() and c.worker = me() and not c.worker_told
      and not exists (select from complaint n where n.council = c.council and n.supersedes = c.id);
end $$;

create or replace function kith.supervision_waits(decisions uuid[]) returns table (decision uuid, waits uuid[]) language plpgsql stable security definer set search_path = kith, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select d.id, array_remove(array[
        case when not exists (select from supervision_signature g where g.council = e.council and g.session = e.session and g.part = 'supervisor') then e.supervisor end,
        case when e.worker is not null and not exists (select from supervision_signature g where g.council = e.council and g.session = e.session and g.part = 'worker')
          then e.worker end], null)
    from decision d join supervision_entry e on e.council = d.council and e.id = d.on_line
    where d.council = here() and d.id = any (decisions) and d.on_table = 'supervision_entry';
end $$;

-- Which lines are kept from somebody with a caseload: each guarded line of their children is asked by itself, where steps as long as
-- for the whole council cost three times as much. `array(…)`: by the index, child by child, however many the planner expects.
create or replace procedure kith.make_unheard_lines(t regclass, unheard text, gives text default 'setof uuid', answers text default 'g.line') language plpgsql set search_path = kith, pg_temp as $make$
begin
  execute format('create or replace function kith.%I(everywhere boolean) returns %s language plpgsql stable security definer set search_path = kith, pg_temp as %L', unheard, gives, format($body$
    #variable_conflict use_column
    begin
      if everywhere then
        return query with asker as materialized (select here() as council, me() as person),
        guarded as materialized (
          select r.line, r.child, r.audience, r.must_not_know from asker join %1$s r on r.council = asker.council
          where (r.audience is not null or r.must_not_know is not null) and (select true from %1$s n where n.council = r.council and n.supersedes = r.id) is null),
        heard as (
          select g.line from asker join visible_child v on v.council = asker.council and v.person = asker.person and v.since <= now() and v.until > now()
            join guarded g on g.child = v.child and v.relation = any (g.audience)
          union all
          select g.line from asker join sees_council s on s.council = asker.council and s.person = asker.person and s.since <= now() and s.until > now()
            join guarded g on s.relation = any (g.audience) where g.child not in (select kept_from_me()))
        select %2$s from guarded g, asker
        where asker.person = any (g.must_not_know) or (g.audience is not null and g.line not in (select h.line from heard h));
      else
        return query select %2$s from %1$s g
        where g.council = here() and (g.audience is not null or g.must_not_know is not null)
          and g.child = any (array(select v.child from visible_child v where v.council = here() and v.person = me() and v.since <= now() and v.until > now()))
          and (select true from %1$s n where n.council = g.council and n.supersedes = g.id) is null
          and (me() = any (g.must_not_know) or g.audience is not null
            and not exists (select from visible_child v where v.council = here() and v.person = me() and v.child = g.child
              and v.since <= now() and v.until > now() and v.relation = any (g.audience))
            and not exists (select from sees_council s where s.council = here() and s.person = me() and s.since <= now() and s.until > now()
              and s.relation = any (g.audience) and g.child not in (select kept_from_me())));
      end if;
    end $body$, t, answers));
  execute format('alter function kith.%I(boolean) owner to kith_rules', unheard);
  execute format('grant execute on function kith.%I(boolean) to kith_caseload, kith_wide', unheard);
end $make$;

create or replace procedure kith.wall_lines(t regclass) language plpgsql set search_path = kith, pg_temp as $$
declare
  unheard text := 'unheard_' || (select relname from pg_class where oid = t);
begin
  execute format('create index on %s (council) where audience is not null or must_not_know is not null', t);
  execute format('create index on %s (council, child) where audience is not null or must_not_know is not null', t);
  call kith.make_unheard_lines(t, unheard);
  execute format('create policy caseload_heard on %s as restrictive for select to kith_caseload using (line not in (select kith.%I(false)))', t, unheard);
  execute format('create policy wide_heard on %s as restrictive for select to kith_wide using (line not in (select kith.%I(true)))', t, unheard);
end $$;

do $again$
declare
  t text;
begin
  for t in select tablename from pg_policies where schemaname = 'kith' and policyname = 'caseload_heard' and qual ~ format('kith\.unheard_%s\(', tablename) order by 1 loop
    call kith.make_unheard_lines(format('kith.%I', t)::regclass, 'unheard_' || t);
  end loop;
  call kith.make_unheard_lines('kith.document', 'unheard_documents');
  call kith.make_unheard_lines('kith.address', 'unheard_addresses', 'table (child uuid, line uuid)', 'g.child, g.line');
end $again$;
