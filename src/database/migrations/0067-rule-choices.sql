-- How this council reads the law where it can be read in two ways, and the numbers that stand below the law: each choice
-- with who decided it, why, and from which day. Rows are only ever added: of one day, the last recorded holds.
create table kith.rule_choice (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  switch      text not null check (switch in ('firstYear', 'underFive', 'countPlacementDay', 'pepFromAge')),
  choice      text not null check (choice ~ '^[a-zA-Z0-9]{1,30}$'),
  since       date not null,
  because     text not null check (because <> '' and length(because) <= 2000),   -- about a rule: no child is named in it
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  -- The ledger of a day that has begun is never made anew: the night before a choice holds, every child is refreshed.
  constraint a_choice_holds_from_a_later_day check (since > (recorded at time zone 'Europe/London')::date)
);
call kith.wall_open('kith.rule_choice', 'administrator');
create policy director_writes on kith.rule_choice for insert to kith_caseload, kith_wide
  with check (council = (select kith.here()) and recorded_by = (select kith.me()) and (select kith.i_am('director')));
grant insert (council, id, switch, choice, since, because, recorded_by) on kith.rule_choice to kith_caseload, kith_wide, kith_service;
