-- The figures of each night: every indicator with its numbers, who is behind them, and the baselines that leaders decided.

-- DERIVED, and only ever added to: what a night said is what it said. A day before the night on which it was made was
-- reckoned from the record as it stood that night, and says so.
create table kith.night_figure (
  council   smallint not null references door.council,
  day       date not null,                                       -- figures to the end of this day
  indicator text not null check (indicator ~ '^[A-Za-z0-9_ -]+$'),
  version   smallint not null,                                   -- of the definition
  since     date not null,                                       -- the first day of the twelve months
  above     float8 not null,
  below     float8,                                              -- null: a count, which has no denominator
  value     float8,                                              -- null: nothing to divide by
  unknown   int not null,
  made      date not null,                                       -- the night
  primary key (council, indicator, day)
);
create index on kith.night_figure (council, day);

-- DERIVED. The same as they may leave the council; of the last day alone.
create table kith.night_figure_outside (
  council   smallint not null references door.council,
  day       date not null,
  indicator text not null check (indicator ~ '^[A-Za-z0-9_ -]+$'),
  above     text check (above ~ '^(c|[0-9.]+)$'),                 -- c: hidden
  below     text check (below ~ '^(c|[0-9.]+)$'),
  value     text check (value ~ '^(c|[0-9.]+)$'),
  primary key (council, day, indicator)
);

-- DERIVED. From which day on a child stands so in the figures: a row only where it differs from the one before. 'a' above
-- the line, 'b' below it alone, otherwise the fact that is missing.
create table kith.night_standing (
  council smallint not null references door.council,
  child   uuid not null,
  day     date not null,
  stands  jsonb not null,
  primary key (council, child, day),
  foreign key (council, child) references kith.child
);
create table kith.night_worker (
  council  smallint not null references door.council,
  worker   uuid not null,
  day      date not null,
  stands   jsonb not null,
  posts    float8,                                               -- of a full post; null: nobody has said
  children int not null,
  primary key (council, worker, day),
  foreign key (council, worker) references kith.worker
);

do $walls$
declare
  t text;
  here text := 'council = (select kith.here())';
  leads text := ' and (select kith.i_am(''analyst'') or kith.i_am(''director'') or kith.i_am(''quality-lead''))';
  mine text := 'select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and (v.sees & 65536) <> 0';
begin
  foreach t in array array['kith.night_figure', 'kith.night_figure_outside', 'kith.night_standing', 'kith.night_worker'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('grant select on %s to kith_caseload, kith_wide, kith_service', t);
    execute format('grant insert on %s to kith_service', t);
    execute format('create policy service on %s to kith_service using (%s) with check (%s)', t, here, here);
    if t = 'kith.night_standing' then
      execute format('comment on table %s is %L', t, 'scope: duties; derived');
      execute format('create policy caseload_sees on %s for select to kith_caseload using (%s and child = any (array(%s)))', t, here, mine);
      execute format('create policy wide_sees on %s for select to kith_wide using (%s and (child in (%s) or ((select kith.council_scopes(''see'')) & 65536) <> 0 and child <> all (array(select kith.kept_from_me()))))', t, here, mine);
    else
      execute format('comment on table %s is %L', t, 'derived; counts');
      execute format('create policy council on %s for select to kith_caseload, kith_wide using (%s%s)', t, here,
        case t when 'kith.night_figure_outside' then '' else leads end);
    end if;
  end loop;
end $walls$;

-- What is usual: the months from which the usual range of a figure is reckoned, and what is aimed at; decided by a named
-- person with a reason. Rows are only ever added: the last holds.
create table kith.baseline (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  indicator   text not null check (indicator ~ '^[A-Za-z0-9_ -]+$'),
  first_month date not null check (extract(day from first_month) = 1),
  last_month  date not null check (extract(day from last_month) = 1),
  aim         float8,
  because     text not null check (because <> '' and length(because) <= 2000),   -- about a figure: no child is named in it
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  constraint a_baseline_has_six_months check (last_month >= first_month + interval '5 months')
);
create index on kith.baseline (council, indicator);
call kith.wall_open('kith.baseline', 'director');
create policy analyst_writes on kith.baseline for insert to kith_caseload, kith_wide
  with check (council = (select kith.here()) and recorded_by = (select kith.me()) and (select kith.i_am('analyst')));
grant insert (council, id, indicator, first_month, last_month, aim, because, recorded_by) on kith.baseline to kith_caseload, kith_wide, kith_service;

insert into door.task values ('night-figures');
