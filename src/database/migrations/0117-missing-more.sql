-- Of a time missing besides its days: how the police graded it, the hour at which each was told; and in the
-- placement plan the hours after which the home reports a child.

alter table kith.missing_episode add column police_grading text
  check (police_grading in ('no apparent risk', 'low', 'medium', 'high'));
create or replace view kith.missing_episode_current with (security_invoker = true) as
  select r.* from kith.missing_episode r where r.change <> 'retraction'
    and not exists (select from kith.missing_episode n where n.council = r.council and n.supersedes = r.id);
grant insert (police_grading) on kith.missing_episode to kith_caseload, kith_wide, kith_service;

alter table kith.told
  add column told_at timestamptz,
  add constraint hour_of_telling check (told_at is null or told is not null);
create or replace view kith.told_current with (security_invoker = true) as
  select r.* from kith.told r where r.change <> 'retraction'
    and not exists (select from kith.told n where n.council = r.council and n.supersedes = r.id);
grant insert (told_at) on kith.told to kith_caseload, kith_wide, kith_service;

alter table kith.placement_plan add column report_hours smallint check (report_hours between 0 and 24);
create or replace view kith.placement_plan_current with (security_invoker = true) as
  select r.* from kith.placement_plan r where r.change <> 'retraction'
    and not exists (select from kith.placement_plan n where n.council = r.council and n.supersedes = r.id);
grant insert (report_hours) on kith.placement_plan to kith_caseload, kith_wide, kith_service;
