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

-- One fact more, put before the end of the statement that there is: its other facts stay as they are.
do $facts$
declare
  stands constant text := (select prosrc from pg_proc where oid = 'kith.facts_known(smallint, uuid[], timestamptz)'::regprocedure);
  ends constant text := ') from unnest($2) k (child)';
  parts text := '';
  shapes constant text[][] := array[
    ['disputes',   'dispute',          'day(r.raised)', ''],
    ['stages',     'dispute_stage',    'r.dispute, r.tier, day(r.begun), day(r.answer_by)', ''],
    ['answers',    'dispute_answer',   'r.dispute, r.tier, day(r.answered), day(r.promised)', ''],
    ['referrals',  'dispute_referral', 'r.dispute, r.kind, day(r.happened)', ''],
    ['ends',       'dispute_end',      'r.dispute, day(r.happened)', ''],
    ['receipts',   'review_receipt',   'r.review, day(r.received)', ''],
    ['agreed',     'review_answer',    'r.review, day(r.answered)', ''],
    ['visitors',   'review',           'day(r.held)', ' and r.visitor is not null'],
    ['permanence', 'permanence_plan',  'r.option, day(r.decided), r.review', '']
  ];
begin
  if position(ends in stands) = 0 then raise exception 'facts_known does not end as it is known to'; end if;
  for i in 1 .. array_length(shapes, 1) loop
    parts := parts || format(
      $q$, %L, (select json_agg(json_build_array(r.line, ms(case when r.line = r.id then r.recorded else (select f.recorded from %2$I f where f.council = r.council and f.id = r.line) end), %3$s) order by r.line)
           from %2$I r where r.council = $1 and r.child = k.child and r.recorded <= $3 and r.change <> 'retraction'%4$s
           and not exists (select from %2$I n where n.council = r.council and n.supersedes = r.id and n.recorded <= $3))$q$,
      shapes[i][1], shapes[i][2], shapes[i][3], shapes[i][4]);
  end loop;
  execute 'create or replace function kith.facts_known(c smallint, children uuid[], known timestamptz) returns table (child uuid, facts json) '
    'language plpgsql stable set search_path = kith, pg_temp as $body$'
    || replace(stands, ends, $q$, 'reviewing', json_build_object($q$ || substr(parts, 3) || ')' || ends) || '$body$';
end $facts$;
