-- Homes and who lives in them, as those know them who work with homes across children (decision 0183). They are of no child: a child
-- lives in one by kith.placement_household, which is of that child and behind that child's wall.

create table door.home_shape (
  council     smallint not null,
  id          uuid not null default kith.new_id(),
  line        uuid not null,
  supersedes  uuid,
  change      text not null default 'first',
  said        bytea,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  retention_class text not null default 'foster-carer',
  retention_start date,
  constraint change_is_known check (change in ('first', 'correction', 'change', 'retraction')),
  constraint first_of_line check ((supersedes is null) = (line = id)),
  constraint first_supersedes_nothing check ((change = 'first') = (supersedes is null))
);
comment on table door.home_shape is 'a shape, never filled';

-- Who works with homes across children: of the relations that see where children live, those who place, supervise, manage, or stand in by night.
create function kith.works_with_homes() returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select stands_as(array['placement-team', 'supervising-worker', 'manager-line', 'director', 'out-of-hours', 'duty', 'records-officer']) $$;
revoke all on function kith.works_with_homes() from public;
alter function kith.works_with_homes() owner to kith_rules;
grant execute on function kith.works_with_homes() to kith_caseload, kith_wide, kith_service;

-- Makes a table that was created `like door.home_shape` a record of homes: keys, wall, grants, log, and the view of what stands.
create procedure kith.make_home_record(t regclass) language plpgsql set search_path = kith, pg_temp as $$
declare
  name text := (select relname from pg_class where oid = t);
  here text := 'council = (select kith.here())';
  given text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                 where attrelid = t and attnum > 0 and not attisdropped and attname not in ('recorded', 'retention_class', 'retention_start'));
begin
  execute format('alter table %s add primary key (council, id), add constraint %I unique (council, line, id), add constraint %I unique (council, supersedes),
    add foreign key (council) references door.council, add foreign key (council, recorded_by) references kith.person,
    add constraint %I foreign key (council, line, supersedes) references %s (council, line, id)',
    t, name || '_line', name || '_corrected_once', name || '_same_line', t);
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('comment on table %s is %L', t, 'of homes, by those who work with homes across children');
  execute format('grant select on %s to kith_caseload, kith_wide, kith_service, kith_rules', t);
  execute format('grant insert (%s) on %s to kith_caseload, kith_wide, kith_service', given, t);
  execute format('create policy sees on %s for select to kith_caseload, kith_wide using (%s and (select kith.works_with_homes()))', t, here);
  execute format('create policy writes on %s for insert to kith_caseload, kith_wide with check (%s and recorded_by = (select kith.me())
    and (select kith.stands_as(array[''placement-team'', ''supervising-worker''])))', t, here);
  execute format('create policy service on %s to kith_service using (%s) with check (%s and recorded_by = (select kith.me()))', t, here, here);
  execute format('create policy rules on %s to kith_rules using (true) with check (true)', t);
  execute format('create trigger note_change after insert on %s referencing new table as added for each statement execute function kith.note_council_change()', t);
  call kith.show_superseded(t);
  execute format('create view kith.%I with (security_invoker = true) as select r.* from %s r where r.change <> ''retraction''
    and not exists (select from kith.%I n where n.council = r.council and n.supersedes = r.id)', name || '_current', t, name || '_superseded');
  execute format('grant select on kith.%I to kith_caseload, kith_wide, kith_service, kith_rules', name || '_current');
end $$;

-- Words: what it is called, the provider, the telephone, what they like to do, what they hope for, and what else is known.
create table kith.household (like door.home_shape including defaults including constraints,
  kind text not null check (kind in ('our foster home', 'agency foster home', 'children''s home', 'supported accommodation')),
  number text check (number ~ '^[A-Z0-9/-]{1,20}$'),             -- in the register: of the regulator (URN), or our own
  supervisor uuid,                                               -- the supervising social worker
  supervision_weeks int check (supervision_weeks between 1 and 26),  -- how often they are visited, as agreed here; null: not said
  bedrooms int check (bedrooms between 0 and 60),                -- for children; null: not known
  step_free boolean,                                             -- null: not known
  languages text[] check (cardinality(languages) > 0),           -- null: not known
  pets text[],                                                   -- empty: none; null: not known
  prefers text[] not null,
  closed date,                                                   -- no home of anybody any more from that day
  constraint languages_of_the_list check (languages <@ array['English', 'British Sign Language', 'Albanian', 'Amharic', 'Arabic', 'Bengali', 'Chinese', 'Dari', 'Farsi',
    'French', 'Gujarati', 'Hindi', 'Kurdish', 'Lithuanian', 'Pashto', 'Polish', 'Portuguese', 'Punjabi', 'Romani', 'Romanian', 'Somali', 'Spanish', 'Tigrinya',
    'Turkish', 'Ukrainian', 'Urdu', 'Vietnamese', 'Welsh', 'Yoruba', 'another']),
  constraint pets_of_the_list check (pets <@ array['dog', 'cat', 'small animals', 'birds', 'reptiles', 'horses or farm animals']),
  constraint prefers_of_the_list check (prefers <@ array['babies', 'young children', 'school age', 'teenagers', 'brothers and sisters', 'parent and child',
    'long term', 'short term', 'emergencies', 'short breaks', 'disabled children', 'children who came alone'])
);
call kith.make_home_record('kith.household');
alter table kith.household add foreign key (council, supervisor) references kith.worker;

-- Words: the address, and why fewer may know it. Computed with, so the postcode is plain and carries who may know it.
create table kith.household_address (like door.home_shape including defaults including constraints,
  household uuid not null,
  postcode text not null check (postcode = upper(postcode) and postcode <> ''),
  since date not null,
  audience text[] check (cardinality(audience) > 0),
  power text check (power in ('court order', 'safety of the child', 'wish of the child', 'carer''s safety')),
  decided date,
  constraint audience_is_decided check ((audience is null) = (decided is null) and (audience is null) = (power is null)),
  constraint audience_of_those_who_work_with_homes check (audience <@ array['placement-team', 'supervising-worker', 'manager-line', 'director', 'out-of-hours', 'duty', 'records-officer'])
);
call kith.make_home_record('kith.household_address');
-- Who may know a line is what its standing version says: an older version is no way round it (decision 0094).
create function kith.household_addresses_kept() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select a.line from household_address_current a where a.council = here() and a.audience is not null and not stands_as(a.audience) $$;
revoke all on function kith.household_addresses_kept() from public;
alter function kith.household_addresses_kept() owner to kith_rules;
grant execute on function kith.household_addresses_kept() to kith_caseload, kith_wide;
create policy heard on kith.household_address as restrictive for select to kith_caseload, kith_wide using (line not in (select kith.household_addresses_kept()));

-- Words: the name, and what a child who comes should know of them.
create table kith.household_person (like door.home_shape including defaults including constraints,
  household uuid not null,
  part text not null check (part in ('carer', 'other adult', 'child of the carers', 'young adult who stayed', 'lodger')),
  born date,
  since date,
  until date,
  constraint until_after_since check (until > since)
);
call kith.make_home_record('kith.household_person');

-- The terms that hold from a day on; of a home that is registered, its registration. Words: the decision.
create table kith.household_approval (like door.home_shape including defaults including constraints,
  household uuid not null,
  decided date not null,
  decided_by text not null check (decided_by in ('agency decision-maker', 'nominated officer', 'regulator')),
  kinds text[] not null check (cardinality(kinds) > 0),
  temporary boolean not null,                                    -- of a connected person, before the assessment (regulation 24)
  named_only boolean not null,                                   -- for the children who are named in the decision, and nobody else
  places int not null check (places between 1 and 60),
  age_from int not null check (age_from between 0 and 17),
  age_to int not null check (age_to between 0 and 25),
  sexes text not null check (sexes in ('any', 'girls', 'boys')),
  since date not null,
  until date,
  constraint kinds_of_the_list check (kinds <@ array['long term', 'short term', 'emergency', 'short breaks', 'parent and child', 'connected person', 'registered home']),
  constraint ages_in_order check (age_to >= age_from),
  constraint until_after_since check (until > since)
);
call kith.make_home_record('kith.household_approval');

create table kith.household_skill (like door.home_shape including defaults including constraints,
  household uuid not null,
  kind text not null check (kind in ('first aid', 'safer caring', 'therapeutic care', 'attachment and loss', 'autism', 'learning disability', 'physical disability',
    'medical care', 'allergies', 'diabetes', 'epilepsy', 'mental health', 'self-harm', 'exploitation', 'going missing', 'drugs and alcohol', 'sexual harm', 'babies',
    'parent and child', 'brothers and sisters', 'children who came alone', 'hair and skin care', 'moving on', 'another')),
  level text not null check (level in ('trained', 'experienced', 'willing to learn')),
  learned date,
  renew_by date,
  constraint renewed_after_it_was_learned check (renew_by > learned)
);
call kith.make_home_record('kith.household_skill');

-- Places that nobody can be offered. 'other councils': as the provider told us, from that day. Words: why.
create table kith.household_hold (like door.home_shape including defaults including constraints,
  household uuid not null,
  kind text not null check (kind in ('asked for a pause', 'away', 'work on the home', 'a child there needs it', 'decided by the service', 'other councils')),
  places int check (places between 0 and 60),                    -- null: all of them
  since date not null,
  until date,
  constraint other_councils_in_numbers check (kind <> 'other councils' or places is not null),
  constraint until_after_since check (until > since)
);
call kith.make_home_record('kith.household_hold');

-- Words: who came, what was found, what comes of it.
create table kith.household_event (like door.home_shape including defaults including constraints,
  household uuid not null,
  kind text not null check (kind in ('annual review', 'unannounced visit', 'supervision visit', 'training standards met', 'agreement signed')),
  happened date not null
);
call kith.make_home_record('kith.household_event');

do $of_a_home$
declare
  t text;
begin
  foreach t in array array['address', 'person', 'approval', 'skill', 'hold', 'event'] loop
    execute format('alter table kith.household_%s add foreign key (council, household) references kith.household (council, id)', t);
    execute format('create index on kith.household_%s (council, household)', t);
  end loop;
end $of_a_home$;

-- In which home a child lives by a placement of record: said by a person, never guessed.
create table kith.placement_household (like door.record_shape including defaults including constraints,
  placement uuid not null,
  household uuid not null,
  foreign key (council, household) references kith.household (council, id)
);
call kith.make_record('kith.placement_household', 'where');
alter table kith.placement_household add foreign key (council, child, placement) references kith.placement (council, child, id);
create index on kith.placement_household (council, household);
create trigger one_standing after insert on kith.placement_household for each row execute function kith.one_standing('placement');
call kith.wall_named('kith.placement_household', 'unheard_placements', '{placement}');

-- That a child is named in an exemption from the usual fostering limit of one home (Children Act 1989 Sch 7 para 4). Words: conditions, and the notice.
create table kith.limit_exemption (like door.record_shape including defaults including constraints,
  household uuid not null,
  granted date not null,
  until date,
  granted_by text not null check (granted_by in ('this council', 'the council where they live')),
  constraint until_after_it_was_granted check (until > granted),
  foreign key (council, household) references kith.household (council, id)
);
call kith.make_record('kith.limit_exemption', 'where');
create index on kith.limit_exemption (council, household);

-- A place that is reserved may be of a home of the record.
alter table kith.place_held add column household uuid,
  add foreign key (council, household) references kith.household (council, id),
  add constraint reserved_in_a_home check (household is null or kind = 'reserved');
create index on kith.place_held (council, household) where household is not null;
create or replace view kith.place_held_current with (security_invoker = true) as select r.* from kith.place_held r where r.change <> 'retraction'
  and not exists (select from kith.place_held_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (household) on kith.place_held to kith_caseload, kith_wide, kith_service;

-- What of each home is taken on a day, by lines of the record and without a name: whoever works with homes has to know that a place is
-- taken, also where they may not know by whom. `exempt`: that child is named in an exemption. `siblings`: all who live there are brothers
-- and sisters of each other, as the record ties them.
create function kith.homes_taken(on_day date) returns table (household uuid, taker uuid, takes text, since date, until date, exempt boolean, siblings boolean)
language sql stable security definer set search_path = kith, pg_temp as $$
  with asker as materialized (select here() as council where works_with_homes() or exists (select from door.service_worker s where s.council = here() and s.person = me())),
  tied as materialized (
    select h.household, h.line, h.child, h.placement, lower(p.during) as since, upper(p.during) as until
    from asker a join placement_household_current h on h.council = a.council
      join placement_current p on p.council = h.council and p.child = h.child and p.line = h.placement),
  living as materialized (select * from tied where since <= on_day and (until is null or until > on_day)),
  held as (
    select h.household, h.line, h.child, h.since, h.look_again as until, 'reserved' as takes from asker a join place_held_current h on h.council = a.council
    where h.household is not null and h.since <= on_day and (h.until is null or h.until > on_day)
    union all
    select t.household, h.line, h.child, h.since, h.look_again, 'kept' from asker a join place_held_current h on h.council = a.council
      join tied t on t.child = h.child and t.placement = h.placement
    where h.kind = 'kept' and h.since <= on_day and (h.until is null or h.until > on_day)),
  taken as (
    select household, line, child, since, until, 'lives' as takes from living
    union all
    select household, line, child, since, until, takes from held e
    where not exists (select from living l where l.household = e.household and l.child = e.child)),
  brothers as materialized (
    select l.child as one, l.other_child as other from asker a join family_link_current l on l.council = a.council
      join family_person_current f on f.council = l.council and f.child = l.child and f.line = l.person
    where f.relation in ('brother', 'sister', 'half-brother', 'half-sister')),
  apart as (
    select distinct x.household from living x join living y on y.household = x.household and y.child > x.child
    where not exists (select from brothers b where (b.one, b.other) in ((x.child, y.child), (y.child, x.child))))
  select t.household, t.line, t.takes, t.since, t.until,
    exists (select from asker a join limit_exemption_current e on e.council = a.council
      where e.household = t.household and e.child = t.child and e.granted <= on_day and (e.until is null or e.until > on_day)),
    t.household not in (select p.household from apart p)
  from taken t $$;
revoke all on function kith.homes_taken(date) from public;
alter function kith.homes_taken(date) owner to kith_rules;
grant execute on function kith.homes_taken(date) to kith_caseload, kith_wide, kith_service;
