-- Two numbers more that a council may choose, both local practice: within how many working days of the assessment a pathway plan is
-- made, which nothing counts unless it is chosen; and after how many an action that was taken further goes to the next tier.
do $switches$
declare
  stands text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'kith.rule_choice'::regclass and conname = 'rule_choice_switch_check');
begin
  alter table kith.rule_choice drop constraint rule_choice_switch_check;
  execute 'alter table kith.rule_choice add constraint rule_choice_switch_check '
    || replace(stands, '''managersDecision''::text', '''managersDecision''::text, ''pathwayPlanInDays''::text, ''actionRises''::text');
end $switches$;
