-- Periods of care; orders and agreements, which may overlap; placements of record, which may not; where the child sleeps tonight.

-- A period of being looked after. A return that starts in the middle knows only that it had begun by a day.
create table kith.care_period (like door.record_shape including defaults including constraints,
  began date,
  began_by date,
  ended date,
  end_reason text,
  need text,                                                     -- why, for the return
  check ((began is null) <> (began_by is null)),
  check (ended is null or ended >= coalesce(began, began_by))
);
call kith.make_record('kith.care_period', 'legal');

-- Orders and agreements: rows that may overlap. The return's single status is derived from them by a stated precedence.
create table kith.legal_basis (like door.record_shape including defaults including constraints,
  kind text not null check (kind in (
    'interim care order', 'care order', 'freeing order', 'placement order', 'section 20 agreement',
    'short breaks agreement, episodes', 'short breaks agreement', 'remand to local authority accommodation',
    'police detention in local authority accommodation', 'youth rehabilitation order with residence',
    'police protection', 'emergency protection order', 'child assessment order',
    'secure accommodation order', 'deprivation of liberty order', 'Mental Health Act section',
    'child arrangements order', 'special guardianship order')),
  made date,
  made_by date,                                                  -- known to stand by this day; the day it was made is not known
  until date,
  suspended_by uuid,                                             -- the line of the order that suspends it
  ended date,
  end_reason text,
  court text,
  number text,
  check ((made is null) <> (made_by is null)),
  check (ended is null or ended >= coalesce(made, made_by))
);
call kith.make_record('kith.legal_basis', 'legal');
alter table kith.legal_basis add foreign key (council, child, suspended_by) references kith.legal_basis (council, child, id) deferrable initially deferred;

-- The placement of record: where the child has been placed. Two of one child never overlap; the database refuses.
create table kith.placement (like door.record_shape including defaults including constraints,
  during daterange not null check (not isempty(during) and not lower_inf(during)),
  start_known boolean not null default true,                     -- false: it had begun by the first day of `during`
  kind text not null check (kind ~ '^[A-Z][0-9]{1,2}$'),         -- the code of the return
  provider text,
  registration text,                                             -- URN of the home or agency
  home uuid,                                                     -- address lines: both ends of the distance
  place uuid,
  start_reason text,                                             -- why the placement changed, for the return
  same_carers boolean not null default false,                    -- as the one before it
  planned boolean                                                -- null: not said
);
call kith.make_record('kith.placement', 'where');
alter table kith.placement add foreign key (council, child, home) references kith.address (council, child, id);
alter table kith.placement add foreign key (council, child, place) references kith.address (council, child, id);

-- Decisions about a placement that the law of visits turns on, each from a day.
create table kith.placement_decision (like door.record_shape including defaults including constraints,
  placement uuid not null,
  kind text not null check (kind in ('meant to last until 18', 'long-term foster placement', 'child agrees to fewer visits',
    'temporary approval', 'immediate placement with a parent', 'another body is responsible', 'visit interval agreed')),
  since date not null,
  until date,
  weeks int check (weeks between 1 and 26),
  check ((kind = 'visit interval agreed') = (weeks is not null)),
  check (until is null or until > since)
);
call kith.make_record('kith.placement_decision', 'plan');
alter table kith.placement_decision add foreign key (council, child, placement) references kith.placement (council, child, id);

-- DERIVED. What stands, with the exclusion that makes an overlap impossible; kept by a trigger that first takes the child's lock.
create table kith.placement_standing (
  council smallint not null references door.council,
  id      uuid not null,
  child   uuid not null,
  during  daterange not null,
  primary key (council, id),
  foreign key (council, child, id) references kith.placement (council, child, id),
  constraint one_placement_at_a_time exclude using gist (council with =, child with =, during with &&) deferrable initially deferred
);
create index on kith.placement_standing (council, child);
alter table kith.placement_standing enable row level security;
alter table kith.placement_standing force row level security;
comment on table kith.placement_standing is 'derived';
grant select, insert, delete on kith.placement_standing to kith_rules;
create policy rules on kith.placement_standing to kith_rules using (true) with check (true);
-- One writer per child: no deadlock, no write skew. Taken before the row, so that a writer who locked the child first is waited for.
create function kith.take_turn() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.child::text, new.council));
  return new;
end $$;
alter function kith.take_turn() owner to kith_rules;
create trigger turn before insert on kith.placement for each row execute function kith.take_turn();
create function kith.keep_placement_standing() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if new.supersedes is not null then delete from placement_standing where council = new.council and id = new.supersedes; end if;
  if new.change <> 'retraction' then
    insert into placement_standing (council, id, child, during) values (new.council, new.id, new.child, new.during);
  end if;
  return null;
end $$;
alter function kith.keep_placement_standing() owner to kith_rules;
create trigger stands after insert on kith.placement for each row execute function kith.keep_placement_standing();

-- DERIVED. Distance of a placement, as the statistics measure it. Where either address has an audience of its own the exact
-- figures are kept from everybody but that audience; everybody else reads the band.
create table kith.placement_distance (
  council   smallint not null references door.council,
  placement uuid not null,
  child     uuid not null,
  metres    double precision,
  miles     numeric(6, 1),
  band      text,
  inside    boolean,
  adjoining boolean,
  missing   text,                                                -- which fact is not known, where it could not be measured
  edition   text,                                                -- which postcode directory
  audience  text[],
  must_not_know uuid[],
  recorded_by uuid not null,
  recorded  timestamptz not null default now(),
  primary key (council, placement),
  foreign key (council, child, placement) references kith.placement (council, child, id)
);
call kith.wall('kith.placement_distance', 'where', 'child', null, true);
comment on table kith.placement_distance is 'scope: where; derived';
grant insert (council, placement, child, metres, miles, band, inside, adjoining, missing, edition, audience, must_not_know, recorded_by) on kith.placement_distance to kith_service;
grant delete on kith.placement_distance to kith_service;

-- Where the child sleeps tonight: another series than the placement of record.
create table kith.night_place (like door.record_shape including defaults including constraints,
  since timestamptz not null,
  until timestamptz,
  kind text not null check (kind in ('at home', 'hospital', 'holiday', 'with family', 'short break', 'custody', 'missing', 'not known', 'elsewhere')),
  place uuid,
  check (until is null or until > since)
);
call kith.make_record('kith.night_place', 'where');
alter table kith.night_place add foreign key (council, child, place) references kith.address (council, child, id);

-- Adoption track, a scope of its own.
create table kith.adoption_decision (like door.record_shape including defaults including constraints,
  decided date not null,
  ceased date,
  cease_reason text
);
call kith.make_record('kith.adoption_decision', 'adoption');
create table kith.adoption (like door.record_shape including defaults including constraints,
  placed date,
  matched date,
  by_carer boolean,
  adopters int check (adopters in (1, 2)),
  adopters_sex text,
  adopters_status text
);
call kith.make_record('kith.adoption', 'adoption');
