-- The way in: who may act, in which council, through which role.

-- The role in which a person of this council acts. A role picks a plan, never a permission: caseload never shows more than wide.
-- Unknown people get no role. Sets who is asking for the rest of the transaction.
create function door.enter(in_council smallint, as_person uuid) returns text language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  role text;
begin
  if exists (select from door.service_worker s where s.council = in_council and s.person = as_person) then
    role := 'kith_service';
  elsif not exists (select from person p where p.council = in_council and p.id = as_person) then
    role := null;
  elsif exists (select from sees_council s where s.council = in_council and s.person = as_person and s.until > now())
     or (select count(*) > 300 from visible_child v where v.council = in_council and v.person = as_person and v.until > now()) then
    role := 'kith_wide';
  else
    role := 'kith_caseload';
  end if;
  if role is not null then
    perform set_config('app.council', in_council::text, true), set_config('app.person', as_person::text, true);
  end if;
  return role;
end $$;
alter function door.enter(smallint, uuid) owner to kith_rules;
grant execute on function door.enter(smallint, uuid) to kith_app;

-- A new council, with the service workers that act in it. Called by the command line as the owner of the database.
create function door.make_council(with_code text, with_name text, is_demonstration boolean default false) returns smallint language plpgsql set search_path = door, kith, pg_temp as $$
declare
  made smallint;
  service text;
  who uuid;
begin
  perform pg_advisory_xact_lock(7003, 0);  -- two makers at once would take the same number
  insert into door.council (council, code, name, demonstration)
    values ((select coalesce(max(council), 0) + 1 from door.council), with_code, with_name, is_demonstration) returning council into made;
  foreach service in array array['command line', 'nightly refresh', 'import', 'restore'] loop
    who := kith.new_id();
    insert into kith.person (council, id, recorded_by) values (made, who, who);
    insert into kith.worker (council, id, name, code, recorded_by) values (made, who, 'Kith: ' || service, null, who);
    insert into door.service_worker (council, name, person) values (made, service, who);
  end loop;
  return made;
end $$;
