-- People, and the parts of a person that make them a child in care.

-- A person: anchor only. What is known of them are dated claims in the tables below.
-- `part` says which door they are seen by: a child's facts by sight of the child; staff by everybody of the council.
create table kith.person (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  source      uuid,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  foreign key (council, source) references kith.source
);
-- DERIVED. People whom anyone of the council may know by name: workers who are not children here.
create table kith.open_person (
  council smallint not null references door.council,
  person  uuid not null,
  primary key (council, person)
);
alter table kith.open_person enable row level security;
alter table kith.open_person force row level security;
comment on table kith.open_person is 'derived';
grant select on kith.open_person to kith_caseload, kith_wide, kith_service;
grant select, insert, delete on kith.open_person to kith_rules;
create policy council on kith.open_person for select to kith_caseload, kith_wide, kith_service using (council = (select kith.here()));
create policy rules on kith.open_person to kith_rules using (true) with check (true);

call kith.wall('kith.person', 'header', 'id', 'id = any (array(select o.person from kith.open_person o where o.council = (select kith.here())))');
grant insert (council, id, source, recorded_by) on kith.person to kith_caseload, kith_wide, kith_service;
alter table kith.child add foreign key (council, id) references kith.person;
-- An administrator adds people who are not children (workers); the wall lets nobody else.
create policy administrator_caseload on kith.person for insert to kith_caseload, kith_wide with check (council = (select kith.here()) and (select kith.i_am('administrator')));

-- Names: words, so encrypted. `kind` says which name it is; the one in force is the latest line of its kind.
create table kith.child_name (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('given', 'family', 'known as')),
  since date
);
call kith.make_record('kith.child_name', 'header');

-- Birth dates are claims: one is in force, others are disputed or were claimed.
create table kith.birth_claim (like door.record_shape including defaults including constraints,
  born date not null,
  basis text not null check (basis in ('return', 'certificate', 'told', 'age assessment', 'claimed')),
  standing text not null default 'in force' check (standing in ('in force', 'disputed', 'claimed', 'found wrong'))
);
call kith.make_record('kith.birth_claim', 'header');

-- Identifiers carry their issuer and dates. A code that stands for "not known" is kept as it was given.
create table kith.child_identifier (like door.record_shape including defaults including constraints,
  issuer text not null check (issuer ~ '^[a-z0-9-]+$'),          -- ssda903, upn, nhs, home-office, …
  value text not null check (value <> ''),
  since date,
  until date
);
call kith.make_record('kith.child_identifier', 'header');
create index on kith.child_identifier (council, issuer, value);

-- Coded things about a person that a return asks for: sex for the return, ethnicity. The person's own words stand elsewhere.
create table kith.identity_code (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('sex for the return', 'ethnicity for the return')),
  code text not null,
  since date
);
call kith.make_record('kith.identity_code', 'header');

-- A young person who is a mother, and the birth date of her first child (for the return).
create table kith.motherhood (like door.record_shape including defaults including constraints,
  is_mother boolean not null,
  first_child_born date
);
call kith.make_record('kith.motherhood', 'family');

-- Unaccompanied asylum-seeking: until when the status holds.
create table kith.unaccompanied (like door.record_shape including defaults including constraints,
  until date
);
call kith.make_record('kith.unaccompanied', 'legal');

-- Permanence before this period of care: how, which authority, and when, as precisely as it is known.
create table kith.previous_permanence (like door.record_shape including defaults including constraints,
  kind text not null,
  authority text,
  ended_year int,
  ended_month int check (ended_month between 1 and 12),
  ended_day int check (ended_day between 1 and 31)
);
call kith.make_record('kith.previous_permanence', 'legal');

-- Addresses carry who may know: audience (relations; null: whoever sees the scope), must_not_know (people), and the decision behind it.
create table kith.address (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('home', 'placement', 'tonight', 'contact')),
  postcode text not null check (postcode = upper(postcode) and postcode <> ''),
  since date,
  until date,
  audience text[],
  must_not_know uuid[],
  audience_decision uuid,
  check ((audience is null and must_not_know is null) or audience_decision is not null)
);
call kith.make_record('kith.address', 'where', null, true);

-- Deciding who may know an address is a record of its own: by whom, why (in words), under which power.
create table kith.audience_decision (like door.record_shape including defaults including constraints,
  power text not null check (power in ('court order', 'Children Act 1989 Sch 2 para 15(4)', 'safety of the child', 'wish of the child', 'carer''s safety')),
  decided date not null
);
call kith.make_record('kith.audience_decision', 'where');
alter table kith.address add foreign key (council, child, audience_decision) references kith.audience_decision (council, child, id) deferrable initially deferred;
