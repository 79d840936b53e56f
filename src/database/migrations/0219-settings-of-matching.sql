-- What a council chooses of matching, as versions of one line (decision 0238): weights, how far a search goes, its own rule of miles, when
-- people come together about a home that broke down, and three guesses of the range of recruiting. Read by everybody in the council, written
-- by its director. No gate of the law is among them. Words: why it was changed.
create table kith.matching_settings (like door.home_shape including defaults including constraints,
  number         int not null check (number between 1 and 9999),         -- of the version; lists and decisions keep it
  weigh_home     int not null check (weigh_home between 0 and 40),
  weigh_school   int not null check (weigh_school between 0 and 40),
  weigh_visits   int not null check (weigh_visits between 0 and 40),
  weigh_needs    int not null check (weigh_needs between 5 and 40),
  weigh_likes    int not null check (weigh_likes between 0 and 40),
  weigh_matters  int not null check (weigh_matters between 0 and 40),
  weigh_asked    int not null check (weigh_asked between 5 and 40),
  steps          int[] not null check (cardinality(steps) between 1 and 4 and 1 <= all (steps) and 200 >= all (steps)), -- miles
  enough         int not null check (enough between 1 and 5),
  most           int not null check (most between 3 and 5),
  own_over       int check (own_over between 5 and 200),                 -- miles over which this council asks a decision; null: as the law
  own_by         text check (own_by in ('nominatedOfficer', 'director')),
  meet_within    int not null check (meet_within between 1 and 20),      -- working days
  approved_share int not null check (approved_share between 1 and 100),  -- percent: approved within the year
  stays_share    int not null check (stays_share between 1 and 100),
  taken_share    int not null check (taken_share between 1 and 100),
  constraint each_step_is_further check ((steps[2] is null or steps[2] > steps[1]) and (steps[3] is null or steps[3] > steps[2]) and (steps[4] is null or steps[4] > steps[3])),
  constraint shows_no_less_than_enough check (enough <= most),
  constraint own_rule_says_who check ((own_over is null) = (own_by is null))
);
call kith.wall_open('kith.matching_settings', 'director');
call kith.make_lines_of_council('kith.matching_settings');
create unique index one_matching_settings on kith.matching_settings (council) where supersedes is null;
create unique index one_of_each_number on kith.matching_settings (council, number);

-- By which settings the list stood on which a step was taken: written by the database, so that no form forgets it. Null: before 27 Nov 2026.
create function kith.settings_of_matching() returns text language sql stable set search_path = kith, pg_temp as $$
  select case when nullif(current_setting('app.council', true), '') is not null then coalesce((select 'council-' || number from matching_settings_current
    where council = nullif(current_setting('app.council', true), '')::smallint), 'standard-1') end $$;
revoke all on function kith.settings_of_matching() from public;
grant execute on function kith.settings_of_matching() to kith_caseload, kith_wide, kith_service, kith_restore;
alter table kith.home_step add column settings text constraint settings_by_their_name check (settings ~ '^[a-z0-9-]{1,30}$');
alter table kith.home_step alter column settings set default kith.settings_of_matching();
create or replace view kith.home_step_current with (security_invoker = true) as select r.* from kith.home_step r where r.change <> 'retraction'
  and not exists (select from kith.home_step_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (settings) on kith.home_step to kith_caseload, kith_wide, kith_service;
