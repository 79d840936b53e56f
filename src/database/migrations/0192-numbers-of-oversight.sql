-- Six numbers below the level of law that a council may choose (decision 0212): how often each child is thought about in supervision, by when
-- it is signed, by when a manager decides after something happened; by when an audit has its second grade, and when it is looked at again.
do $switches$
declare
  stands text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'kith.rule_choice'::regclass and conname = 'rule_choice_switch_check');
begin
  alter table kith.rule_choice drop constraint rule_choice_switch_check;
  execute 'alter table kith.rule_choice add constraint rule_choice_switch_check '
    || replace(stands, '''firstYear''::text', '''firstYear''::text, ''childDiscussed''::text, ''supervisionSigned''::text, ''managersDecision''::text, '
      || '''auditModerated''::text, ''inadequateAgain''::text, ''improvementAgain''::text');
end $switches$;
