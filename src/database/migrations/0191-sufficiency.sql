-- Sufficiency as a night reckons it: numbers of the whole council alone, kept with their hour; no child is named in it. DERIVED.
create table kith.sufficiency_night (
  council smallint not null references door.council,
  day     date not null,                                         -- as the record stood on that day
  made    timestamptz not null default now(),
  held    jsonb not null,
  primary key (council, day)
);
alter table kith.sufficiency_night enable row level security;
alter table kith.sufficiency_night force row level security;
comment on table kith.sufficiency_night is 'derived; counts';
grant select on kith.sufficiency_night to kith_caseload, kith_wide, kith_service;
grant insert (council, day, held) on kith.sufficiency_night to kith_service;
create policy service on kith.sufficiency_night to kith_service using (council = (select kith.here())) with check (council = (select kith.here()));
create policy council on kith.sufficiency_night for select to kith_caseload, kith_wide using (council = (select kith.here())
  and (select kith.stands_as(array['director', 'manager-line', 'placement-team'])));
