-- What the clock reads of the facts of 0146; of what the record speaks from now on; and the choice of steps of a missing time.

call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'r.placement, r.kind, day(r.since), day(r.until), r.weeks',
  'r.placement, r.kind, day(r.since), day(r.until), r.weeks, r.conditions, day(r.officer_told)');
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'day(r.held), r.participation, r.adjourned', 'day(r.held), r.participation, r.adjourned, r.pathway');
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'day(r.ceased), day(r.matching_referred)', 'day(r.ceased), day(r.matching_referred), day(r.early_permanence)');
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', $$'placement with a parent', 'leaving care')$$, $$'placement with a parent', 'move in the exam years', 'leaving care')$$);

call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'r.school, day(upper(r.during))', 'r.school, day(upper(r.during)), r.left_in_year');

-- Nine parts more: its group, its name, its table, its columns. Of most children none of it is recorded: each table is asked once for all
-- children of the statement, and child by child only where one of them has a row.
do $parts$
declare
  ends constant text := ') from unnest($2) k (child)';
  shapes constant text[][] := array[
    ['homes',     'choices',     'home_choice',         'r.placement, day(r.decided)'],
    ['homes',     'checks',      'home_check',          'r.placement, day(r.suitable), day(r.seen), r.not_seen, day(r.officer_told), day(r.reviewed), r.emergency, day(r.relatives), r.no_relatives, day(r.area_told), r.country, day(r.court_approved)'],
    ['homes',     'assessments', 'parent_assessment',   'r.placement, day(r.completed), day(r.decided)'],
    ['courts',    'proceedings', 'proceedings',         'day(r.issued), r.extensions, day(r.final)'],
    ['courts',    'secure',      'secure_panel',        'r.power, day(r.held)'],
    ['courts',    'guardians',   'guardianship_notice', 'day(r.received), day(r.reported), day(r.withdrawn)'],
    ['courts',    'panels',      'adoption_panel',      'day(r.received), day(r.decided), day(r.told_orally), day(r.told_in_writing)'],
    ['reviewing', 'records',     'review_record',       'r.review, day(r.written), day(r.given)'],
    ['safety',    'steps',       'missing_step',        'r.episode, r.step, day(r.taken), ms(r.taken_at)']
  ];
  whole text;
  parts text;
  begins text;
begin
  foreach whole in array array['homes', 'courts', 'reviewing', 'safety'] loop
    parts := (select string_agg(format(
      $q$%1$L, case when (select exists (select from %2$I a where a.council = $1 and a.child = any ($2))) then
           (select json_agg(json_build_array(r.line, ms(case when r.line = r.id then r.recorded else (select f.recorded from %2$I f where f.council = r.council and f.id = r.line) end), %3$s) order by r.line)
           from %2$I r where r.council = $1 and r.child = k.child and r.recorded <= $3 and r.change <> 'retraction'
           and not exists (select from %2$I n where n.council = r.council and n.supersedes = r.id and n.recorded <= $3)) end$q$,
      shapes[i][2], shapes[i][3], shapes[i][4]), ', ' order by i) from generate_subscripts(shapes, 1) i where shapes[i][1] = whole);
    if whole in ('homes', 'courts') then
      call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', ends, format(', %L, json_build_object(%s)', whole, parts) || ends);
    else
      begins := format('%L, json_build_object(', whole);
      call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', begins, begins || parts || ', ');
    end if;
  end loop;
end $parts$;

-- The record speaks of these from now on, of every child: what was owed before stays not known, and nothing becomes late by this.
call kith.put_into('kith.bring_in(uuid, uuid, date, boolean)', $$unnest(array['reach-us',$$,
  $$unnest(array['review-record', 'home-decision', 'parent-assessment', 'court-step', 'adoption-panel', 'missing-step', 'reach-us',$$);
call kith.speaks_from_now_on();

do $switches$
declare
  stands text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'kith.rule_choice'::regclass and conname = 'rule_choice_switch_check');
begin
  alter table kith.rule_choice drop constraint rule_choice_switch_check;
  execute 'alter table kith.rule_choice add constraint rule_choice_switch_check '
    || replace(stands, '''firstYear''::text', '''firstYear''::text, ''missingSteps''::text, ''reviewRecord''::text');
end $switches$;
