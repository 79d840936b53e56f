-- Three numbers below the level of law that a council may choose: after how many hours, and how many times, everybody meets about a
-- missing child; and how often we are in touch with young people who left care.
do $switches$
declare
  stands text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'kith.rule_choice'::regclass and conname = 'rule_choice_switch_check');
begin
  alter table kith.rule_choice drop constraint rule_choice_switch_check;
  execute 'alter table kith.rule_choice add constraint rule_choice_switch_check '
    || replace(stands, '''firstYear''::text', '''firstYear''::text, ''missingHours''::text, ''missingTimes''::text, ''keepInTouch''::text');
end $switches$;
