-- What the clock reads of reviewing and of permanence; how long each tier of a dispute has, which a council may choose; and how
-- much of a full post somebody works in a team, from which the caseload of a reviewing officer is counted.

alter table kith.team_membership add column share numeric(3,2) check (share > 0 and share <= 1);   -- null: nobody has said
grant insert (share) on kith.team_membership to kith_caseload, kith_wide, kith_service;

-- Two switches more, whatever else there is by now.
do $switches$
declare
  stands text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'kith.rule_choice'::regclass and conname = 'rule_choice_switch_check');
begin
  alter table kith.rule_choice drop constraint rule_choice_switch_check;
  execute 'alter table kith.rule_choice add constraint rule_choice_switch_check '
    || replace(stands, '''firstYear''::text', '''firstYear''::text, ''disputeInformal''::text, ''disputeStage''::text');
end $switches$;

call kith.clock_reads('reviewing', array[
  ['disputes',   'dispute',          'day(r.raised)', ''],
  ['stages',     'dispute_stage',    'r.dispute, r.tier, day(r.begun), day(r.answer_by)', ''],
  ['answers',    'dispute_answer',   'r.dispute, r.tier, day(r.answered), day(r.promised)', ''],
  ['referrals',  'dispute_referral', 'r.dispute, r.kind, day(r.happened)', ''],
  ['ends',       'dispute_end',      'r.dispute, day(r.happened)', ''],
  ['receipts',   'review_receipt',   'r.review, day(r.received)', ''],
  ['agreed',     'review_answer',    'r.review, day(r.answered)', ''],
  ['visitors',   'review',           'day(r.held)', ' and r.visitor is not null'],
  ['permanence', 'permanence_plan',  'r.option, day(r.decided), r.review', '']
]);
