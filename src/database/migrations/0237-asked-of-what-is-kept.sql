-- That a kept side of who a child is, or a kept look at exploitation, is to be approved says in words what it is about: it is read, and
-- answered, by those alone to whom the line is kept.

-- A policy asks only rows of those two tables: of any other the first half of each condition is enough.
do $heard$
declare
  role text;
begin
  foreach role in array array['kith_caseload', 'kith_wide'] loop
    execute format('create policy %1$I on kith.approval_request as restrictive for select to %2$I using (
      (on_table <> ''identity_talk'' or on_line not in (select kith.unheard_identity_talk(%3$L)))
      and (on_table <> ''exploitation_assessment'' or on_line not in (select kith.unheard_exploitation_assessment(%3$L))))',
      substr(role, 6) || '_heard_line', role, role = 'kith_wide');
  end loop;
end $heard$;

-- Whether a worker may know the line that a request is about, as far as an audience says; of a table without one they may.
create function kith.hears_line(worker uuid, whom uuid, of_table text, of_line uuid) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  few text[];
  barred uuid[];
begin
  if of_table = 'identity_talk' then
    select t.audience, t.must_not_know into few, barred from identity_talk t where t.council = here() and t.child = whom and t.line = of_line
      and not exists (select from identity_talk n where n.council = t.council and n.supersedes = t.id);
  elsif of_table = 'exploitation_assessment' then
    select t.audience, t.must_not_know into few, barred from exploitation_assessment t where t.council = here() and t.child = whom and t.line = of_line
      and not exists (select from exploitation_assessment n where n.council = t.council and n.supersedes = t.id);
  end if;
  return worker <> all (coalesce(barred, '{}')) and (few is null
    or exists (select from visible_child v where v.council = here() and v.person = worker and v.child = whom and v.since <= now() and v.until > now()
      and v.relation = any (few))
    or exists (select from sees_council s where s.council = here() and s.person = worker and s.since <= now() and s.until > now() and s.relation = any (few)
      and not exists (select from kept_child o where o.council = here() and o.child = whom and worker <> all (o.named))
      and not exists (select from own_child o where o.council = here() and o.child = whom and o.person = worker)));
end $$;
alter function kith.hears_line(uuid, uuid, text, uuid) owner to kith_rules;
revoke all on function kith.hears_line(uuid, uuid, text, uuid) from public;

call kith.put_into('kith.may_answer(uuid, uuid, text, uuid)', 'if not found then return false; end if;',
  'if not found or not hears_line(me(), whom, r.on_table, r.on_line) then return false; end if;');
call kith.put_into('kith.may_write_paper(uuid, uuid, uuid, uuid)', 'if not found or exists',
  'if not found or not hears_line(me(), whom, r.on_table, r.on_line) or exists');

-- Of those who may take a decision of a kind, whom one may ask about this line: told to those alone who may know it.
create function kith.deciders_who_hear(whom uuid, of_kind text, of_table text, of_line uuid) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select person from deciders_of(whom, of_kind) person
  where hears_line(me(), whom, of_table, of_line) and hears_line(person, whom, of_table, of_line) $$;
alter function kith.deciders_who_hear(uuid, text, text, uuid) owner to kith_rules;
revoke all on function kith.deciders_who_hear(uuid, text, text, uuid) from public;
grant execute on function kith.deciders_who_hear(uuid, text, text, uuid) to kith_caseload, kith_wide;
