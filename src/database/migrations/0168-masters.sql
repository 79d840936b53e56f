-- Of each room that nightly files bring, whether it is recorded in Kith or in another system; said by an administrator, each time as a row
-- more. Where the other system is master, only imports write. And when a nightly file was taken, since what comes from it says its hour.

create table kith.room_master (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  room        text not null check (room in ('people', 'care', 'legal', 'homes', 'reviews', 'visits', 'health', 'missing', 'alone', 'adoption')),
  master      text not null check (master in ('nobody', 'kith', 'other')),  -- nobody: as before anybody said it, whoever said a fact last decides
  system      text check (system ~ '^[[:alnum:]][[:alnum:] .&()/+-]{0,39}$'),
  brings      text check (brings in ('ssd', 'annex-a')),                    -- by which nightly file
  because     text not null check (because <> '' and length(because) <= 2000),  -- about a room: no child is named in it
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  constraint another_system_has_a_name check ((master = 'other') = (system is not null) and (master = 'other') = (brings is not null)),
  constraint a_file_brings_it check (brings is distinct from 'annex-a' or room in ('people', 'care', 'legal', 'homes', 'reviews', 'visits'))
);
create index on kith.room_master (council, room, recorded);
call kith.wall_open('kith.room_master', 'administrator');
grant insert (council, id, room, master, system, brings, because, recorded_by) on kith.room_master to kith_caseload, kith_wide, kith_service;

-- Each time that a nightly file was taken whole: counts, of no child.
create table kith.nightly_take (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  kind        text not null check (kind in ('ssd', 'annex-a')),
  began       timestamptz not null,
  rows_read   int not null check (rows_read >= 0),
  added       int not null check (added >= 0),
  changed     int not null check (changed >= 0),
  gone        int not null check (gone >= 0),                       -- no longer in the file, and not seen by anybody before
  contradicts int not null check (contradicts >= 0),
  not_taken   int not null check (not_taken >= 0),
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id)
);
create index on kith.nightly_take (council, kind, began);
alter table kith.nightly_take enable row level security;
alter table kith.nightly_take force row level security;
comment on table kith.nightly_take is 'counts of nightly files, of no child';
grant select on kith.nightly_take to kith_caseload, kith_wide, kith_service, kith_rules;
grant insert (council, id, kind, began, rows_read, added, changed, gone, contradicts, not_taken, recorded_by) on kith.nightly_take to kith_service;
create policy council_sees on kith.nightly_take for select to kith_caseload, kith_wide using (council = (select kith.here()));
create policy service on kith.nightly_take to kith_service using (council = (select kith.here())) with check (council = (select kith.here()));
create policy rules on kith.nightly_take to kith_rules using (true) with check (true);
create trigger note_change after insert on kith.nightly_take referencing new table as added for each statement execute function kith.note_council_change();

-- What a nightly file holds no longer, that somebody has looked at it, with why, that it holds it again, and that it was taken back here:
-- by child and line, never words.
create table kith.nightly_gone (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  kind        text not null check (kind in ('ssd', 'annex-a')),
  child       uuid not null,
  of_table    text not null check (of_table ~ '^[a-z_]+$'),
  of_line     uuid not null,
  known_as    text check (known_as ~ '^[A-Za-z0-9_./:-]{1,80}$'),       -- the other system's own id of it
  state       text not null check (state in ('gone', 'seen', 'back', 'taken back')),
  because     text,                                                     -- about a row: no child is named in it
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  foreign key (council, child) references kith.child,
  constraint whoever_saw_it_says_why check ((state = 'seen') = (because is not null) and length(because) between 1 and 2000)
);
create index on kith.nightly_gone (council, child);
create index on kith.nightly_gone (council, kind, of_line, recorded);
alter table kith.nightly_gone enable row level security;
alter table kith.nightly_gone force row level security;
comment on table kith.nightly_gone is 'ids of what nightly files hold no longer, read by administrators';
grant select on kith.nightly_gone to kith_caseload, kith_wide, kith_service, kith_rules;
grant insert (council, id, kind, child, of_table, of_line, known_as, state, because, recorded_by) on kith.nightly_gone to kith_caseload, kith_wide, kith_service;
create policy administrators_see on kith.nightly_gone for select to kith_caseload, kith_wide
  using (council = (select kith.here()) and (select kith.i_am('administrator')));
create policy administrators_have_seen on kith.nightly_gone for insert to kith_caseload, kith_wide
  with check (council = (select kith.here()) and recorded_by = (select kith.me()) and state = 'seen' and (select kith.i_am('administrator')));
create policy service on kith.nightly_gone to kith_service using (council = (select kith.here())) with check (council = (select kith.here()));
create policy rules on kith.nightly_gone to kith_rules using (true) with check (true);
create trigger note_change after insert on kith.nightly_gone referencing new table as added for each statement execute function kith.note_council_change();

-- By when a nightly file is expected, in London's time: said by an administrator, each time as a row more.
create table kith.nightly_expected (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  kind        text not null check (kind in ('ssd', 'annex-a')),
  days        text not null check (days in ('every day', 'working days', 'not expected')),
  by_hour     smallint check (by_hour between 0 and 23),
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  constraint an_hour_where_it_is_expected check ((days = 'not expected') = (by_hour is null))
);
create index on kith.nightly_expected (council, kind, recorded);
call kith.wall_open('kith.nightly_expected', 'administrator');
grant insert (council, id, kind, days, by_hour, recorded_by) on kith.nightly_expected to kith_caseload, kith_wide, kith_service;

-- THE DOOR IS SHUT LOW. What a council has another system for is refused to whoever is no service; by which file it comes, or null.
create function kith.recorded_elsewhere(of_room text) returns text language sql stable set search_path = kith, pg_temp as $$
  select case when m.master = 'other' and not exists (select from door.service_worker s where s.council = here() and s.person = me()) then m.brings end
  from room_master m where m.council = here() and m.room = of_room order by m.recorded desc, m.id desc limit 1 $$;
-- Whether nightly files of this kind hold this line no longer.
create function kith.gone_from_file(of_kind text, line uuid) returns boolean language sql stable set search_path = kith, pg_temp as $$
  select coalesce((select g.state in ('gone', 'seen') from nightly_gone g
    where g.council = here() and g.kind = of_kind and g.of_line = $2 order by g.recorded desc, g.id desc limit 1), false) $$;
grant execute on function kith.recorded_elsewhere(text), kith.gone_from_file(text, uuid) to kith_rules;

-- Who may know a fact is decided here whoever records the fact. And taken back may be what the other system never said, or says no longer.
do $shut$
begin
  call kith.put_into('kith.note_change()', 'begin
', $q$declare
  of_room constant text := case tg_table_name when 'visit' then 'visits' when 'review' then 'reviews' when 'placement' then 'homes'
    when 'address' then 'homes' when 'legal_basis' then 'legal' when 'care_period' then 'care' when 'health_assessment' then 'health'
    when 'missing_episode' then 'missing' when 'unaccompanied' then 'alone' when 'adoption_decision' then 'adoption'
    when 'birth_claim' then 'people' when 'identity_code' then 'people' end;
  brings text;
  refused boolean;
  beside constant text := $a$ - '{id,supersedes,change,said,source,source_key,recorded_by,recorded,tx,audience,must_not_know,audience_decision}'::text[]$a$;
begin
  -- without a council it is the owner of the database, whom no wall stops
  if of_room is not null and nullif(current_setting('app.council', true), '') is not null then brings := recorded_elsewhere(of_room); end if;
  if brings is not null then
    execute format($x$select exists (select from added a left join kith.%1$I b on b.council = a.council and b.id = a.supersedes where %2$s
      and not (a.change <> 'retraction' and b.id is not null and to_jsonb(a)%3$s = to_jsonb(b)%3$s
        and (to_jsonb(a) -> 'audience_decision') is distinct from (to_jsonb(b) -> 'audience_decision'))
      and not (a.change = 'retraction' and (kith.gone_from_file($1, a.line) or not exists (select from kith.%1$I v
        join kith.source s on s.council = v.council and s.id = v.source where v.council = a.council and v.child = a.child and v.line = a.line and s.kind = $1))))$x$,
      tg_table_name,
      case tg_table_name when 'identity_code' then $a$a.kind in ('sex for the return', 'ethnicity for the return')$a$
        when 'address' then 'exists (select from kith.placement p where p.council = a.council and p.child = a.child and p.place = a.line)'
        else 'true' end, beside) into refused using brings;
    if refused then raise check_violation using message = 'another system is master of this', constraint = 'recorded_in_another_system'; end if;
  end if;
$q$);
end $shut$;

-- A session brings along what is recorded elsewhere, from where and as of when: every page needs it, and none asks for it.
create function kith.elsewhere_of(c smallint) returns json language sql stable set search_path = kith, pg_temp as $$
  select coalesce(json_agg(json_build_object('room', m.room, 'system', m.system, 'brings', m.brings,
    'taken', (select max(t.began) from nightly_take t where t.council = c and t.kind = m.brings)) order by m.room), '[]'::json)
  from (select distinct on (room) room, master, system, brings from room_master where council = c order by room, recorded desc, id desc) m
  where m.master = 'other' $$;
grant execute on function kith.elsewhere_of(smallint) to kith_rules;
drop function door.session_of(bytea, smallint);
create function door.session_of(hashed bytea, in_council smallint)
returns table (person uuid, name text, parts text[], handle uuid, idle_left int, longest_left int, density text, shortcuts boolean, elsewhere json)
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
           coalesce(p.density, 'compact'), coalesce(p.shortcuts, false), kith.elsewhere_of(in_council)
    from kith.worker w left join preference p on p.council = in_council and p.person = this.person
    where w.council = in_council and w.id = this.person;
end $$;
alter function door.session_of(bytea, smallint) owner to kith_rules;
grant execute on function door.session_of(bytea, smallint) to kith_app;
