-- Who is at the browser: sessions and preferences, reached only through the functions below.

-- SESSIONS: updated and deleted. Of the cookie's secret only a SHA-256 is kept; a session that ran out is deleted when it is asked for.
create table door.session (
  id      bytea primary key check (length(id) = 32),
  handle  uuid not null unique default kith.new_id(),   -- names the session on the account page, and opens nothing
  council smallint not null references door.council,
  person  uuid not null,
  began   timestamptz not null default now(),
  seen    timestamptz not null default now(),
  idle    interval not null check (idle > interval '0'),
  ends    timestamptz not null,                         -- whatever happens
  device  text not null check (length(device) <= 100)   -- kind of browser and machine, so that one's sessions can be told apart
);
create index on door.session (council, person);
comment on table door.session is 'SESSIONS: overwritten and deleted; reached only through named functions';

-- SETTINGS: overwritten. How a person likes their pages.
create table door.preference (
  council   smallint not null references door.council,
  person    uuid not null,
  density   text not null default 'compact' check (density in ('compact', 'comfortable')),
  shortcuts boolean not null default true,
  primary key (council, person)
);
comment on table door.preference is 'SETTINGS: overwritten; reached only through named functions';

grant select, insert, update, delete on door.session to kith_rules;
grant select, insert, update on door.preference to kith_rules;

-- The relations in which a person stands now, to anybody or to the whole council.
create function door.parts_of(in_council smallint, of_person uuid) returns text[] language sql stable set search_path = door, pg_temp as $$
  select coalesce(array_agg(distinct relation order by relation), '{}') from (
    select v.relation from kith.visible_child v where v.council = in_council and v.person = of_person and v.since <= now() and v.until > now()
    union all
    select s.relation from kith.sees_council s where s.council = in_council and s.person = of_person and s.since <= now() and s.until > now()) stands $$;

-- False where there is no such worker: a carer, a child and a service worker have no session here.
create function door.begin_session(hashed bytea, in_council smallint, as_person uuid, idle_limit interval, longest interval, on_device text)
returns boolean language plpgsql security definer set search_path = door, pg_temp as $$
begin
  if not exists (select from kith.worker w where w.council = in_council and w.id = as_person)
     or exists (select from service_worker s where s.council = in_council and s.person = as_person) then
    return false;
  end if;
  delete from session s where s.council = in_council and (s.ends <= now() or s.seen + s.idle <= now());
  insert into session (id, council, person, idle, ends, device)
    values (hashed, in_council, as_person, idle_limit, now() + longest, left(on_device, 100));
  insert into kith.access_entry (council, person, what) values (in_council, as_person, 'signed in');
  return true;
end $$;

-- Whose session this is, and in which parts they stand now; looking counts as being there. Nothing where it ran out.
create function door.session_of(hashed bytea, in_council smallint)
returns table (person uuid, name text, parts text[], handle uuid, idle_left int, longest_left int, density text, shortcuts boolean)
language plpgsql security definer set search_path = door, pg_temp as $$
declare
  this session;
begin
  select * into this from session s where s.id = hashed and s.council = in_council;
  if this.id is null then return; end if;
  if this.ends <= now() or this.seen + this.idle <= now() then
    delete from session s where s.id = hashed;
    return;
  end if;
  -- not at every picture and stylesheet of one page
  if this.seen < now() - interval '5 seconds' then
    update session s set seen = now() where s.id = hashed;
    this.seen := now();
  end if;
  return query
    select this.person, coalesce(w.name, w.code), parts_of(in_council, this.person), this.handle,
           floor(extract(epoch from least(this.seen + this.idle, this.ends) - now()))::int,
           floor(extract(epoch from this.ends - now()))::int,
           coalesce(p.density, 'compact'), coalesce(p.shortcuts, true)
    from kith.worker w left join preference p on p.council = in_council and p.person = this.person
    where w.council = in_council and w.id = this.person;
end $$;

create function door.end_session(hashed bytea) returns void language plpgsql security definer set search_path = door, pg_temp as $$
begin
  with ended as (delete from session s where s.id = hashed returning s.council, s.person)
  insert into kith.access_entry (council, person, what) select council, person, 'signed out' from ended;
end $$;

-- All of a person, or the one with this handle; returns how many.
create function door.end_sessions(in_council smallint, of_person uuid, with_handle uuid default null)
returns int language plpgsql security definer set search_path = door, pg_temp as $$
declare
  n int;
begin
  delete from session s where s.council = in_council and s.person = of_person and (with_handle is null or s.handle = with_handle);
  get diagnostics n = row_count;
  if n > 0 then
    insert into kith.access_entry (council, person, what, subject)
      values (in_council, of_person, 'ended sessions', jsonb_build_object('sessions', n));
  end if;
  return n;
end $$;

create function door.sessions_of(in_council smallint, of_person uuid)
returns table (handle uuid, began timestamptz, seen timestamptz, device text)
language sql stable security definer set search_path = door, pg_temp as $$
  select s.handle, s.began, s.seen, s.device from session s
  where s.council = in_council and s.person = of_person and s.ends > now() and s.seen + s.idle > now()
  order by s.seen desc, s.handle $$;

create function door.prefer(in_council smallint, of_person uuid, new_density text, new_shortcuts boolean)
returns void language sql security definer set search_path = door, pg_temp as $$
  insert into preference (council, person, density, shortcuts) values (in_council, of_person, new_density, new_shortcuts)
  on conflict (council, person) do update set density = excluded.density, shortcuts = excluded.shortcuts $$;

do $own$
declare
  f text;
begin
  alter function door.parts_of(smallint, uuid) owner to kith_rules;
  foreach f in array array['begin_session(bytea, smallint, uuid, interval, interval, text)', 'session_of(bytea, smallint)', 'end_session(bytea)',
                           'end_sessions(smallint, uuid, uuid)', 'sessions_of(smallint, uuid)', 'prefer(smallint, uuid, text, boolean)'] loop
    execute format('alter function door.%s owner to kith_rules', f);
    execute format('grant execute on function door.%s to kith_app', f);
  end loop;
end $own$;
