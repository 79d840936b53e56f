-- After what else a manager decides may be chosen (decision 0212): when a worker is allocated, when care ends, before a review and before a hearing.
do $switches$
declare
  stands text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'kith.rule_choice'::regclass and conname = 'rule_choice_switch_check');
begin
  alter table kith.rule_choice drop constraint rule_choice_switch_check;
  execute 'alter table kith.rule_choice add constraint rule_choice_switch_check '
    || replace(stands, '''managersDecision''::text', '''managersDecision''::text, ''decidedAlso''::text');
end $switches$;
