-- Who reads for the pack of the night (decision 0176): a service worker that stands behind the walls of a duty worker, so that the
-- pack holds what whoever acts for a child may know, and nothing that is kept from them.

alter table kith.standing_relation drop constraint whole_council_is_rare;
alter table kith.standing_relation add constraint whole_council_is_rare check (child is not null
  or relation in ('out-of-hours', 'director', 'analyst', 'quality-lead', 'administrator', 'member')
  or relation = 'duty' and reason = 'night pack');
alter table kith.standing_relation drop constraint standing_relation_reason_check;
alter table kith.standing_relation add constraint standing_relation_reason_check check (reason in ('role', 'court', 'audit', 'request for a home',
  'agreement with another organisation', 'subject access', 'inspection', 'shift', 'carer', 'family', 'night pack'));

-- Every other service worker sees the whole record of its council; this one what its relation gives.
create or replace function door.enter(in_council smallint, as_person uuid) returns text language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  role text;
begin
  perform set_config('app.council', in_council::text, true), set_config('app.person', as_person::text, true);
  select case
    when exists (select from door.service_worker s where s.council = here() and s.person = me() and s.name <> 'night pack') then 'kith_service'
    when not exists (select from person p where p.council = here() and p.id = me()) then null
    when exists (select from sees_council s where s.council = here() and s.person = me() and s.until > now())
      or (select count(*) > 300 from visible_child v where v.council = here() and v.person = me() and v.until > now()) then 'kith_wide'
    else 'kith_caseload' end into role;
  -- nobody: nothing can be asked in their name
  if role is null then perform set_config('app.council', '', true), set_config('app.person', '', true); end if;
  return role;
end $$;

-- Made when a council first has a pack, and not before. Called as the owner of the database.
create function door.reader_of_packs(in_council smallint) returns uuid language plpgsql set search_path = door, kith, pg_temp as $$
declare
  who uuid;
begin
  perform pg_advisory_xact_lock(7003, in_council);
  select person into who from door.service_worker where council = in_council and name = 'night pack';
  if found then return who; end if;
  who := kith.new_id();
  insert into kith.person (council, id, recorded_by) values (in_council, who, who);
  insert into kith.worker (council, id, name, code, recorded_by) values (in_council, who, 'Kith: night pack', null, who);
  insert into door.service_worker (council, name, person) values (in_council, 'night pack', who);
  insert into kith.standing_relation (council, id, line, person, relation, reason, recorded_by)
    select in_council, made, made, who, 'duty', 'night pack', who from (select kith.new_id() as made) one;
  return who;
end $$;
