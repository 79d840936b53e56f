-- Who may see which part of which child: person x child x scope, and the one procedure that walls a table.

-- What each standing relation gives. The rows are the reviewed table; tests are generated from the
-- published matrix, never from here. A council may narrow a line; widening needs a recorded decision.
create table reference.relation (
  name      text primary key,
  sees      text[] not null,
  writes    text[] not null,
  approves  text[] not null,
  takes_out text[] not null
);
insert into reference.relation (name, sees, writes, approves, takes_out) values
  ('allocated-worker', '{header,where,family,story,plan,legal,reviews,visits,health,learning,missing,documents,matching,oversight,duties,audit}', '{header,where,family,story,plan,legal,visits,learning,health,missing,documents,matching}', '{}', '{story,plan,reviews}'),
  ('co-worker', '{header,where,family,story,plan,legal,reviews,visits,health,learning,missing,documents,matching,oversight,duties}', '{visits,story,family,documents}', '{}', '{}'),
  ('cover', '{header,where,family,story,plan,legal,reviews,visits,health,learning,missing,documents,matching,oversight,duties}', '{visits,story,missing,documents,plan}', '{}', '{}'),
  ('duty', '{header,where,family,story,plan,legal,visits,missing,duties}', '{visits,missing,story}', '{}', '{}'),
  ('out-of-hours', '{header,where,family,missing,legal,duties}', '{visits,missing,where}', '{}', '{}'),
  ('manager-line', '{header,where,family,story,plan,legal,reviews,visits,health,learning,missing,documents,matching,oversight,duties,audit}', '{oversight,plan,story,documents}', '{plan,visits,matching,legal,oversight}', '{plan,reviews,documents}'),
  ('director', '{header,where,family,story,plan,legal,reviews,visits,health,learning,missing,documents,matching,oversight,duties,audit}', '{oversight}', '{matching,plan,legal}', '{documents}'),
  ('reviewing-officer', '{header,where,family,story,plan,legal,reviews,visits,health,learning,missing,documents,matching,oversight,duties,audit}', '{reviews,story}', '{reviews}', '{reviews}'),
  ('virtual-school', '{header,learning,plan,story,duties,health}', '{learning}', '{learning}', '{learning}'),
  ('health-team', '{header,health,plan,duties,where}', '{health}', '{health}', '{health}'),
  ('placement-team', '{header,where,matching,plan,health,learning,duties}', '{matching,where}', '{matching}', '{matching}'),
  ('supervising-worker', '{header,where,matching,story,duties}', '{where}', '{}', '{}'),
  ('sibling-worker', '{header,where,family}', '{}', '{}', '{}'),
  ('business-support', '{header,reviews,documents,duties}', '{documents}', '{}', '{}'),
  ('auditor', '{header,where,family,story,plan,legal,reviews,visits,health,learning,missing,documents,matching,oversight,duties,audit}', '{audit}', '{audit}', '{}'),
  ('quality-lead', '{audit,duties}', '{audit}', '{audit}', '{audit}'),
  ('adoption-team', '{header,where,family,story,plan,legal,reviews,visits,health,learning,missing,documents,matching,oversight,duties,adoption}', '{adoption,plan}', '{adoption}', '{adoption}'),
  ('analyst', '{duties}', '{}', '{}', '{duties}'),
  ('legal', '{header,legal,plan,family,documents}', '{legal,documents}', '{}', '{}'),
  ('records-officer', '{header,where,family,story,plan,legal,reviews,visits,health,learning,missing,documents,matching,oversight,duties,audit,adoption}', '{documents}', '{documents}', '{header,where,family,story,plan,legal,reviews,visits,health,learning,missing,documents,matching,oversight,audit,adoption,duties}'),
  ('inspector', '{header,where,family,story,plan,legal,reviews,visits,health,learning,missing,documents,matching,oversight,duties,audit}', '{}', '{}', '{}'),
  ('member', '{}', '{}', '{}', '{}'),
  ('administrator', '{}', '{}', '{}', '{}'),
  ('carer', '{header,story,plan,learning,health}', '{story}', '{}', '{}'),
  ('child', '{story,plan,reviews}', '{story}', '{}', '{}'),
  ('break-glass', '{header,where,family,plan,legal,visits,missing,health,duties}', '{}', '{}', '{}')
;
grant select on reference.relation to kith_caseload, kith_wide, kith_service, kith_rules;

-- DERIVED. One row per person, child and relation, kept by triggers from allocations, standing relations,
-- break-glass, restrictions and family ties (kith.refresh_sight). Never written by a person.
create table kith.visible_child (
  council   smallint not null references door.council,
  person    uuid not null,
  child     uuid not null,
  relation  text not null references reference.relation,
  since     timestamptz not null default '-infinity',
  until     timestamptz not null default 'infinity',
  sees      int not null,
  writes    int not null,
  approves  int not null,
  takes_out int not null,
  primary key (council, person, child, relation, since)
);
create index on kith.visible_child (council, child);

-- DERIVED. People whose relation is to the whole council; they hold no rows in visible_child for it.
create table kith.sees_council (
  council   smallint not null references door.council,
  person    uuid not null,
  relation  text not null references reference.relation,
  since     timestamptz not null default '-infinity',
  until     timestamptz not null default 'infinity',
  sees      int not null,
  writes    int not null,
  approves  int not null,
  takes_out int not null,
  primary key (council, person, relation, since)
);

-- DERIVED. Children kept from everybody but the people named: closed (found, with whom to ask) or hidden (not found at all).
create table kith.kept_child (
  council smallint not null references door.council,
  child   uuid not null,
  kind    text not null check (kind in ('closed', 'hidden')),
  named   uuid[] not null,
  ask     uuid,
  primary key (council, child)
);
-- DERIVED. A person and the children of their own family, or themselves: never by the staff door.
create table kith.own_child (
  council smallint not null references door.council,
  person  uuid not null,
  child   uuid not null,
  primary key (council, person, child)
);

do $sight$
declare
  t text;
begin
  foreach t in array array['kith.visible_child', 'kith.sees_council', 'kith.kept_child', 'kith.own_child'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy rules on %s to kith_rules using (true) with check (true)', t);
    execute format('grant select, insert, delete on %s to kith_rules', t);
    execute format('grant select on %s to kith_service', t);
    execute format('create policy service on %s for select to kith_service using (council = (select kith.here()))', t);
  end loop;
  -- A person may read their own lines; of the children kept from them they read nothing.
  foreach t in array array['kith.visible_child', 'kith.sees_council'] loop
    execute format('grant select on %s to kith_caseload, kith_wide', t);
    execute format('create policy mine on %s for select to kith_caseload, kith_wide using (council = (select kith.here()) and person = (select kith.me()))', t);
  end loop;
end $sight$;

-- Whether the asker sees (writes, …) the whole council in these scopes.
create function kith.council_scopes(action text) returns int language sql stable security definer set search_path = kith, pg_temp as $$
  select coalesce(bit_or(case action when 'see' then sees when 'write' then writes when 'approve' then approves when 'takeOut' then takes_out else 0 end), 0)
  from sees_council
  where council = here() and person = me() and since <= now() and until > now() $$;
-- Children kept from the asker: restricted without their name on the list, or their own family.
create function kith.kept_from_me() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select child from kept_child where council = here() and me() <> all (named)
  union
  select child from own_child where council = here() and person = me() $$;
-- Whether the asker holds a council-wide relation, such as administrator.
create function kith.i_am(relation_name text) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from sees_council where council = here() and person = me() and relation = relation_name and since <= now() and until > now()) $$;

do $own$
declare
  f text;
begin
  foreach f in array array['council_scopes(text)', 'kept_from_me()', 'i_am(text)'] loop
    execute format('alter function kith.%s owner to kith_rules', f);
    execute format('grant execute on function kith.%s to kith_caseload, kith_wide, kith_service', f);
  end loop;
end $own$;

-- THE WALL. One call walls one table: forced row-level security, one policy per role, and the grants.
--   scope          which part of the record it is
--   subject        the column that names the child
--   also_visible   SQL, or null: rows that anyone of the council may see whatever the child (e.g. about staff)
--   audience       true where the table carries audience and must_not_know columns of its own
-- Why two reading policies: a sub-select in a policy is never flattened into a join. `= any (array(…))` is an index
-- condition for a caseload; `in (select …)` is a hash for a whole council. No single expression is good at both.
create procedure kith.wall(t regclass, scope text, subject text default 'child', also_visible text default null, audience boolean default false)
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
    ' and (audience is null or exists (select from kith.visible_child a where a.council = (select kith.here()) and a.person = (select kith.me()) and a.child = %I and a.since <= now() and a.until > now() and a.relation = any (audience))'
    ' or (exists (select from kith.sees_council c where c.council = (select kith.here()) and c.person = (select kith.me()) and c.since <= now() and c.until > now() and c.relation = any (audience)) and %I <> all (array(select kith.kept_from_me()))))', subject, subject) end;
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

-- The same for a table that belongs to the council rather than to a child (teams, workers, sources):
-- read by anyone of the council, written by the relation named.
create procedure kith.wall_open(t regclass, writer text)
language plpgsql set search_path = kith, pg_temp as $$
declare
  here text := 'council = (select kith.here())';
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('comment on table %s is %L', t, 'open to the council, written by: ' || writer);
  execute format('grant select on %s to kith_caseload, kith_wide, kith_service, kith_rules', t);
  execute format('create policy council_sees on %s for select to kith_caseload, kith_wide using (%s)', t, here);
  execute format('create policy council_writes on %s for insert to kith_caseload, kith_wide with check (%s and recorded_by = (select kith.me()) and (select kith.i_am(%L)))', t, here, writer);
  execute format('create policy service on %s to kith_service using (%s) with check (%s and recorded_by = (select kith.me()))', t, here, here);
  execute format('create policy rules on %s to kith_rules using (true) with check (true)', t);
  execute format('create trigger note_change after insert on %s referencing new table as added for each statement execute function kith.note_council_change()', t);
end $$;
