-- What waits for somebody's decision, found among all that nobody has answered and not among all that was ever asked (decision 0250): the
-- insight page and every leader's home ask it. Each was asked of, answered or not, in steps that PostgreSQL made ready at each call.

create or replace function kith.i_stand_as(whom uuid, relations text[]) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
begin
  if exists (select from visible_child where council = here() and person = me() and child = whom and since <= now() and until > now() and relation = any (relations)) then
    return true;
  end if;
  return exists (select from sees_council where council = here() and person = me() and since <= now() and until > now() and relation = any (relations))
    and whom not in (select kept_from_me()) and exists (select from child where council = here() and id = whom);
end $$;
create or replace function kith.may_decide(whom uuid, of_kind text) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  k reference.decision_kind;
begin
  select * into k from reference.decision_kind d where d.name = of_kind;
  return found and may(whom, 'approve', k.scope) and (k.deciders = '{}' or i_stand_as(whom, k.deciders));
end $$;
-- By the child, whose index holds the lines: by the line alone every request was gone through.
call kith.put_into('kith.may_answer(uuid, uuid, text, uuid)', 'q.council = here() and q.line = request_line and q.recorded_by = me()',
  'q.council = here() and q.child = whom and q.line = request_line and q.recorded_by = me()');
-- Most are about a home: that table is named, so that its plan is kept.
call kith.put_into('kith.may_answer(uuid, uuid, text, uuid)', 'if r.on_table <> ''care_period'' then',
  'if r.on_table = ''placement'' then
    own := exists (select from placement p where p.council = here() and p.child = whom and p.line = r.on_line and p.recorded_by = me());
  elsif r.on_table <> ''care_period'' then');

-- The lines of what the asker may answer and nobody has answered, the first that was asked first; `most` null: all. What is kept from the asker
-- is left out here too, so that it takes nobody's place among the first; whoever reads them asks under their own walls. One plan for each step: for whoever sees a whole council PostgreSQL made them anew for each request.
create function kith.waits_for_me(most int) returns setof uuid language plpgsql stable security definer
  set search_path = kith, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select o.line from (
      select q.child, q.line, q.audience, q.must_not_know from approval_request q
      where q.council = here() and q.change <> 'retraction' and not exists (select from approval_request n where n.council = q.council and n.supersedes = q.id)
        and not exists (select from approval_answer a where a.council = q.council and a.child = q.child and a.request = q.line and a.change <> 'retraction'
          and not exists (select from approval_answer n where n.council = a.council and n.supersedes = a.id))
      order by q.line offset 0) o
    where (o.must_not_know is null or me() <> all (o.must_not_know)) and (o.audience is null or i_stand_as(o.child, o.audience))
      and may_answer(o.child, o.line, 'approved') limit most;
end $$;
do $own$
begin
  alter function kith.waits_for_me(int) owner to kith_rules;
  revoke all on function kith.waits_for_me(int) from public;
  grant execute on function kith.waits_for_me(int) to kith_caseload, kith_wide;
end $own$;
