-- A council's face: its name, logo and two colours; and the numbers to ring out of hours. Each save is a row, the latest stands.

create table kith.council_logo (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  type        text not null check (type in ('image/svg+xml', 'image/png')),
  picture     bytea not null check (octet_length(picture) between 1 and 262144),
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id)
);
create table kith.council_face (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  name        text not null check (name <> '' and length(name) <= 80),
  brand       text not null check (brand ~ '^#[0-9a-f]{6}$'),
  accent      text not null check (accent ~ '^#[0-9a-f]{6}$'),
  logo        uuid,                                              -- null: our own mark
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  foreign key (council, logo) references kith.council_logo
);
create index on kith.council_face (council, recorded);
-- Three lists of one length: whom one rings, the number, and when somebody answers.
create table kith.emergency_numbers (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  whom        text[] not null,
  number      text[] not null,
  hours       text[] not null,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  constraint each_line_is_whole check (cardinality(whom) = cardinality(number) and cardinality(whom) = cardinality(hours) and cardinality(whom) <= 20)
);
create index on kith.emergency_numbers (council, recorded);
do $walls$
declare
  t text;
begin
  foreach t in array array['kith.council_logo', 'kith.council_face', 'kith.emergency_numbers'] loop
    call kith.wall_open(t::regclass, 'administrator');
  end loop;
end $walls$;
grant insert (council, id, type, picture, recorded_by) on kith.council_logo to kith_caseload, kith_wide, kith_service;
grant insert (council, id, name, brand, accent, logo, recorded_by) on kith.council_face to kith_caseload, kith_wide, kith_service;
grant insert (council, id, whom, number, hours, recorded_by) on kith.emergency_numbers to kith_caseload, kith_wide, kith_service;

-- Before anybody is known: the page on which one signs in wears the council's face, and the help says whom to ring.
create function door.face_of(c smallint) returns table (name text, brand text, accent text, logo uuid) language sql stable security definer set search_path = kith, pg_temp as $$
  select f.name, f.brand, f.accent, f.logo from council_face f where f.council = c order by f.recorded desc, f.id desc limit 1 $$;
create function door.logo_of(c smallint, which uuid) returns table (type text, picture bytea) language sql stable security definer set search_path = kith, pg_temp as $$
  select l.type, l.picture from council_logo l where l.council = c and l.id = which $$;
create function door.emergency_of(c smallint) returns table (whom text[], number text[], hours text[]) language sql stable security definer set search_path = kith, pg_temp as $$
  select e.whom, e.number, e.hours from emergency_numbers e where e.council = c order by e.recorded desc, e.id desc limit 1 $$;
do $own$
declare
  f text;
begin
  foreach f in array array['face_of(smallint)', 'logo_of(smallint, uuid)', 'emergency_of(smallint)'] loop
    execute format('alter function door.%s owner to kith_rules', f);
    execute format('grant execute on function door.%s to kith_app', f);
  end loop;
end $own$;
