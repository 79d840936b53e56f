-- A legal hold says when it is to be looked at again (decision 0162): until then it stood, without a day, for ever.
alter table kith.retention_event add column look_again date,
  add constraint only_a_hold_is_looked_at_again check (look_again is null or kind in ('hold', 'hold lifted'));
create or replace view kith.retention_event_current with (security_invoker = true) as
  select r.* from kith.retention_event r where r.change <> 'retraction'
    and not exists (select from kith.retention_event_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (look_again) on kith.retention_event to kith_caseload, kith_wide, kith_service;
