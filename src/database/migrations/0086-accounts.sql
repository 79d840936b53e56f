-- Accounts kept by the administrators of a council on a page, and sessions that end because the provider says so.

create function door.end_sessions_of_subject(in_council smallint, of_issuer text, of_subject text) returns int language sql security definer set search_path = door, pg_temp as $$
  select coalesce((select end_sessions(in_council, s.person) from subject s
    where s.council = in_council and s.issuer = of_issuer and s.subject = of_subject), 0) $$;
alter function door.end_sessions_of_subject(smallint, text, text) owner to kith_rules;
grant execute on function door.end_sessions_of_subject(smallint, text, text) to kith_app;

-- The three that say whose account is whose are called by people now: each asks first whether it is an administrator who calls.
create function door.keeps_accounts() returns void language plpgsql stable security definer set search_path = door, pg_temp as $$
begin
  if current_setting('role') <> 'kith_service' and not kith.i_am('administrator') then
    raise insufficient_privilege using message = 'only an administrator keeps accounts';
  end if;
end $$;
alter function door.keeps_accounts() owner to kith_rules;

create or replace function door.link_subject(of_issuer text, of_subject text, to_person uuid) returns text language plpgsql security definer set search_path = door, pg_temp as $$
begin
  perform keeps_accounts();
  if not exists (select from kith.worker w where w.council = kith.here() and w.id = to_person)
     or exists (select from service_worker s where s.council = kith.here() and s.person = to_person) then return 'no such worker'; end if;
  if exists (select from subject s where s.council = kith.here() and s.issuer = of_issuer and s.subject = of_subject) then return 'account linked already'; end if;
  if exists (select from subject s where s.council = kith.here() and s.issuer = of_issuer and s.person = to_person) then return 'worker linked already'; end if;
  insert into subject (council, issuer, subject, person, how) values (kith.here(), of_issuer, of_subject, to_person, 'linked');
  insert into kith.access_entry (council, person, what, subject) values (kith.here(), kith.me(), 'linked an account', jsonb_build_object('worker', to_person));
  return 'linked';
end $$;
create or replace function door.unlink_subject(of_issuer text, of_person uuid) returns boolean language plpgsql security definer set search_path = door, pg_temp as $$
begin
  perform keeps_accounts();
  delete from subject s where s.council = kith.here() and s.issuer = of_issuer and s.person = of_person;
  if not found then return false; end if;
  insert into kith.access_entry (council, person, what, subject) values (kith.here(), kith.me(), 'unlinked an account', jsonb_build_object('worker', of_person));
  perform end_sessions(kith.here(), of_person);
  return true;
end $$;
create or replace function door.linked_people(of_issuer text) returns table (person uuid, how text, linked timestamptz) language plpgsql stable security definer set search_path = door, pg_temp as $$
begin
  perform keeps_accounts();
  return query select s.person, s.how, s.linked from subject s where s.council = kith.here() and s.issuer = of_issuer order by s.linked, s.person;
end $$;
grant execute on function door.link_subject(text, text, uuid), door.unlink_subject(text, uuid), door.linked_people(text) to kith_caseload, kith_wide;
