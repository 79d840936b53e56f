-- Small facts that rules waited for: that the child was told how to reach their worker and whoever answers at night; a child who may
-- have been trafficked referred to a guardian; a child referred to a matching service; and what the clock reads of a status applied for.

alter table kith.visit add column told_how_to_reach boolean;
create or replace view kith.visit_current with (security_invoker = true) as
  select r.* from kith.visit r where r.change <> 'retraction'
    and not exists (select from kith.visit n where n.council = r.council and n.supersedes = r.id);
grant insert (told_how_to_reach) on kith.visit to kith_caseload, kith_wide, kith_service;

alter table kith.slavery_referral
  add column guardian text check (guardian in ('referred', 'no such service here')),
  add column guardian_on date,
  add constraint referred_to_a_guardian_on_a_day check ((guardian_on is not null) = (guardian is not distinct from 'referred'));
create or replace view kith.slavery_referral_current with (security_invoker = true) as
  select r.* from kith.slavery_referral r where r.change <> 'retraction'
    and not exists (select from kith.slavery_referral n where n.council = r.council and n.supersedes = r.id);
grant insert (guardian, guardian_on) on kith.slavery_referral to kith_caseload, kith_wide, kith_service;

alter table kith.adoption_decision
  add column matching_referred date,
  add constraint referred_after_it_was_decided check (matching_referred >= decided);
create or replace view kith.adoption_decision_current with (security_invoker = true) as
  select r.* from kith.adoption_decision r where r.change <> 'retraction'
    and not exists (select from kith.adoption_decision n where n.council = r.council and n.supersedes = r.id);
grant insert (matching_referred) on kith.adoption_decision to kith_caseload, kith_wide, kith_service;

call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'r.virtual_approved_by is not null', 'r.virtual_approved_by is not null, r.told_how_to_reach');
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'day(r.decided), day(r.ceased)', 'day(r.decided), day(r.ceased), day(r.matching_referred)');

-- Two more parts of what is known of a child who came alone. `what`: its name, its table, its columns, and which rows.
do $parts$
declare
  begins constant text := $q$'unaccompanied', json_build_object($q$;
  shapes constant text[][] := array[
    ['applications', 'status_application', 'r.kind, day(r.made), day(r.decided), r.outcome, day(r.leave_until)', ''],
    ['guardians',    'slavery_referral',   'day(r.seen), r.guardian, day(r.guardian_on)',                        '']
  ];
  parts constant text := (select string_agg(format(
    $q$%1$L, (select json_agg(json_build_array(r.line, ms(case when r.line = r.id then r.recorded else (select f.recorded from %2$I f where f.council = r.council and f.id = r.line) end), %3$s) order by r.line)
           from %2$I r where r.council = $1 and r.child = k.child and r.recorded <= $3 and r.change <> 'retraction'%4$s
           and not exists (select from %2$I n where n.council = r.council and n.supersedes = r.id and n.recorded <= $3)), $q$,
    shapes[i][1], shapes[i][2], shapes[i][3], shapes[i][4]), '' order by i) from generate_subscripts(shapes, 1) i);
begin
  call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', begins, begins || parts);
end $parts$;

-- The record speaks of these from now on, of every child: what was owed before stays not known, and nothing becomes late by this.
call kith.put_into('kith.bring_in(uuid, uuid, date, boolean)', $$unnest(array[$$,
  $$unnest(array['reach-us', 'immigration', 'trafficking-guardian', 'matching-referral', $$);
call kith.speaks_from_now_on();
