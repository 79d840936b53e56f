-- Entering, which every transaction does, and whose session it is: said so that the plan is kept. With who asks in sight the
-- server planned both anew each time.
create or replace function door.enter(in_council smallint, as_person uuid) returns text language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  role text;
begin
  perform set_config('app.council', in_council::text, true), set_config('app.person', as_person::text, true);
  select case
    when exists (select from door.service_worker s where s.council = here() and s.person = me()) then 'kith_service'
    when not exists (select from person p where p.council = here() and p.id = me()) then null
    when exists (select from sees_council s where s.council = here() and s.person = me() and s.until > now())
      or (select count(*) > 300 from visible_child v where v.council = here() and v.person = me() and v.until > now()) then 'kith_wide'
    else 'kith_caseload' end into role;
  -- nobody: nothing can be asked in their name
  if role is null then perform set_config('app.council', '', true), set_config('app.person', '', true); end if;
  return role;
end $$;

create or replace function door.parts_of(in_council smallint, of_person uuid) returns text[] language plpgsql stable set search_path = door, pg_temp as $$
begin
  return (
    with asked as materialized (select in_council as council, of_person as person)
    select coalesce(array_agg(distinct relation order by relation), '{}') from (
      select v.relation from asked join kith.visible_child v on v.council = asked.council and v.person = asked.person
      where v.since <= now() and v.until > now()
      union all
      select s.relation from asked join kith.sees_council s on s.council = asked.council and s.person = asked.person
      where s.since <= now() and s.until > now()) stands);
end $$;
