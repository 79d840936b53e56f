-- Brothers and sisters as the child counts them, with dated decisions on together or apart; and family time, agreed and as it was.

-- Words: how the child said it.
create table kith.sibling_group (like door.record_shape including defaults including constraints,
  counted date not null                                          -- the day on which the child said who belongs to it
);
call kith.make_record('kith.sibling_group', 'family');

create table kith.sibling_member (like door.record_shape including defaults including constraints,
  sibling_group uuid not null,
  person uuid not null
);
call kith.make_record('kith.sibling_member', 'family');
call kith.wall_named('kith.sibling_member', 'unheard_family_person', '{person}');
alter table kith.sibling_member add foreign key (council, child, sibling_group) references kith.sibling_group (council, child, id);
alter table kith.sibling_member add foreign key (council, child, person) references kith.family_person (council, child, id);
create index on kith.sibling_member (council, person);

-- Whether they live together, so far as reasonably practicable (Children Act 1989 s.22C(8)(c)). Words: why.
create table kith.sibling_decision (like door.record_shape including defaults including constraints,
  sibling_group uuid not null,
  kind text not null check (kind in ('together', 'apart', 'some together')),
  decided date not null,
  decided_by text not null check (decided_by in ('social worker', 'manager', 'review', 'court')),
  decider uuid,                                                  -- where it is a worker of this council
  review_by date not null,
  check (review_by > decided),
  foreign key (council, decider) references kith.worker
);
call kith.make_record('kith.sibling_decision', 'family');
alter table kith.sibling_decision add foreign key (council, child, sibling_group) references kith.sibling_group (council, child, id);

-- A group and what was decided of it are read by whoever may know everybody in it: their words speak of all of them.
create function kith.unheard_sibling_group(everywhere boolean) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select m.sibling_group from sibling_member m
  where m.council = here() and m.person in (select unheard_family_person(everywhere)) and m.change <> 'retraction'
    and not exists (select from sibling_member n where n.council = m.council and n.supersedes = m.id) $$;
alter function kith.unheard_sibling_group(boolean) owner to kith_rules;
grant execute on function kith.unheard_sibling_group(boolean) to kith_caseload, kith_wide;
call kith.wall_named('kith.sibling_group', 'unheard_sibling_group', '{line}');
call kith.wall_named('kith.sibling_member', 'unheard_sibling_group', '{sibling_group}');
call kith.wall_named('kith.sibling_decision', 'unheard_sibling_group', '{sibling_group}');

-- What is agreed about time with one person. Words: where, what helps, and why where there is none.
create table kith.family_time (like door.record_shape including defaults including constraints,
  person uuid not null,
  stance text not null check (stance in ('goes on', 'as the child wants', 'paused', 'none')),
  way text not null default 'in person' check (way in ('in person', 'telephone', 'video', 'messages', 'letters')),
  every int check (every between 1 and 366),                     -- every 2 weeks; null: no fixed rhythm
  unit text check (unit in ('days', 'weeks', 'months', 'years')),
  support text not null default 'not said' check (support in ('on their own', 'supported', 'supervised', 'not said')),
  basis text not null check (basis in ('agreed', 'wish of the child', 'decision of the council', 'court order', 'not known')),
  court_order uuid,                                              -- the line of the order
  since date,
  until date,
  check ((every is null) = (unit is null)),
  check (court_order is null or basis = 'court order'),
  check (until is null or since is null or until > since)
);
call kith.make_record('kith.family_time', 'family');
call kith.wall_named('kith.family_time', 'unheard_family_person', '{person}');
alter table kith.family_time add foreign key (council, child, person) references kith.family_person (council, child, id);
alter table kith.family_time add foreign key (council, child, court_order) references kith.legal_basis (council, child, id);

-- One time. Words: how it was for the child, or why it did not happen.
create table kith.family_time_day (like door.record_shape including defaults including constraints,
  person uuid not null,
  happens date not null,
  state text not null check (state in ('planned', 'kept', 'cut short', 'cancelled')),
  cancelled_by text check (cancelled_by in ('child', 'person', 'carer', 'us', 'other')),
  check ((state = 'cancelled') = (cancelled_by is not null))
);
call kith.make_record('kith.family_time_day', 'family');
call kith.wall_named('kith.family_time_day', 'unheard_family_person', '{person}');
alter table kith.family_time_day add foreign key (council, child, person) references kith.family_person (council, child, id);
create index on kith.family_time_day (council, child, happens);
