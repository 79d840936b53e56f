-- What the whole clock reads besides: the next hearing of an order, plans, reviewing officers, decisions and approvals, homes, who
-- was told, a year's answers on health, and adoption; and the readings that a council may choose of the rules built with them.

-- The hearing before an order ends.
alter table kith.legal_basis add column hearing date;
create or replace view kith.legal_basis_current with (security_invoker = true) as
  select r.* from kith.legal_basis r where r.change <> 'retraction'
    and not exists (select from kith.legal_basis n where n.council = r.council and n.supersedes = r.id);
grant insert (hearing) on kith.legal_basis to kith_caseload, kith_wide, kith_service;

alter table kith.rule_choice drop constraint rule_choice_switch_check;
alter table kith.rule_choice add constraint rule_choice_switch_check check (switch in ('firstYear', 'underFive', 'countPlacementDay',
  'pepFromAge', 'temporaryApproval', 'planAfterReview', 'reviewerNamed', 'questionnaireYearly', 'dentistYearly'));

-- From now on the council's own record speaks of these too, of a child whom its own form brings into care. There is no form yet
-- for approvals of homes, so of those it does not speak.
create or replace function kith.bring_in(whom uuid, into_team uuid, on_day date, comes_back boolean) returns void language plpgsql volatile security definer set search_path = kith, pg_temp as $$
declare
  kept uuid := new_id();
begin
  if not exists (select from teams_to_receive() t (team) where t.team = into_team)
     and not (comes_back and may(whom, 'write', 'legal') and exists (select from team t where t.council = here() and t.id = into_team)) then
    raise insufficient_privilege using message = 'may not bring a child into this team';
  end if;
  if comes_back then
    if not may(whom, 'see', 'header') then raise insufficient_privilege using message = 'not a child of the asker'; end if;
    -- of a child who is in care already nothing is opened: that would be a way round who writes what
    if exists (select from care_period p where p.council = here() and p.child = whom and p.ended is null and p.change <> 'retraction'
        and not exists (select from care_period n where n.council = p.council and n.supersedes = p.id)) then
      raise insufficient_privilege using message = 'the child is in care';
    end if;
  else
    insert into person (council, id, recorded_by) values (here(), whom, me());
    insert into child (council, id, recorded_by) values (here(), whom, me());
  end if;
  insert into brought_in (council, child, person, team) values (here(), whom, me(), into_team);
  insert into source (council, id, kind, recorded_by) values (here(), kept, 'kith', me());
  insert into source_coverage (council, source, event, since, recorded_by)
    select here(), kept, event, on_day, me() from unnest(array['care-period', 'legal-status', 'placement', 'placement-plan', 'review', 'review-call', 'visit', 'visit-request', 'health-assessment', 'pep', 'missing', 'return-interview',
      'care-plan', 'reviewing-officer', 'reviewer-talk', 'review-decision', 'told', 'health-year', 'adoption']) as e (event);
  insert into source_child (council, source, child, recorded_by) values (here(), kept, whom, me());
  insert into access_entry (council, person, child, what, subject) values (here(), me(), whom, 'brought a child into care', jsonb_build_object('team', into_team, 'again', comes_back));
end $$;

-- The facts again, with these; their text is put together once, as before.
do $facts$
declare
  parts text := '';
  -- kind of fact, table, its columns in the order in which the clock reads them, and which of its rows
  shapes constant text[][] := array[
    ['births',          'birth_claim',        'day(r.born), r.standing', ''],
    ['periods',         'care_period',        'day(r.began), day(r.began_by), day(r.ended), r.end_reason', ''],
    ['bases',           'legal_basis',        'r.kind, day(r.made), day(r.made_by), day(r.until), day(r.ended), r.suspended_by, day(r.hearing)', ''],
    ['placements',      'placement',          'day(lower(r.during)), r.start_known, day(upper(r.during)), r.kind, r.provider, r.same_carers, r.planned, r.registration is not null,
      (select json_build_array(d.inside, d.adjoining, d.audience is not null or d.must_not_know is not null) from placement_distance d where d.council = r.council and d.placement = r.line)', ''],
    ['decisions',       'placement_decision', 'r.placement, r.kind, day(r.since), day(r.until), r.weeks', ''],
    ['plans',           'placement_plan',     'r.placement, day(r.prepared), day(r.signed)', ''],
    ['reviews',         'review',             'day(r.held), r.participation, r.adjourned', ''],
    ['calls',           'review_call',        'r.kind, day(r.called), day(r.before), r.justified', ''],
    ['visits',          'visit',              'day(r.happened), r.visitor_role, r.mode, r.seen, r.alone, r.virtual_approved_by is not null', ''],
    ['requests',        'visit_request',      'day(r.asked), r.kind', ''],
    ['health',          'health_assessment',  'r.kind, day(r.happened), r.by_role, r.outcome, day(r.reported)', ''],
    ['peps',            'education_plan',     'r.stage, day(r.happened)', ''],
    ['schools',         'school_place',       'r.school, day(lower(r.during)), day(upper(r.during))', ''],
    ['missing',         'missing_episode',    'r.kind, day(r.since), day(r.until), ms(r.until_at)', ''],
    ['interviews',      'return_interview',   'r.episode, day(r.offered), day(r.happened), ms(r.happened_at), r.outcome', ''],
    ['reviewers',       'allocation',         'day(lower(r.during)), day(upper(r.during))', $w$ and r.role = 'reviewing-officer'$w$],
    ['taken',           'decision',           'r.kind, day(r.decided), r.on_table, r.on_line',
      $w$ and r.kind in ('review', 'placement at a distance', 'placement outside the area', 'placement with a parent', 'leaving care')$w$],
    ['told',            'told',               'r.recipient, r.about, day(r.told)', $w$ and r.told is not null$w$],
    ['yearAnswers',     'year_answer',        'day(r.year_ending), r.question, r.answer',
      $w$ and r.question in ('teeth-checked', 'strengths-and-difficulties-score', 'strengths-and-difficulties-none-because')$w$],
    ['adoptionDecided', 'adoption_decision',  'day(r.decided), day(r.ceased)', ''],
    ['matches',         'adoption',           'day(r.matched)', $w$ and r.matched is not null$w$],
    ['excuses',         'excuse',             'r.rule, r.occurrence, r.reason, day(r.decided)', '']
  ];
begin
  for i in 1 .. array_length(shapes, 1) loop
    parts := parts || format(
      $q$, %L, (select json_agg(json_build_array(r.line, ms(case when r.line = r.id then r.recorded else (select f.recorded from %2$I f where f.council = r.council and f.id = r.line) end), %3$s) order by r.line)
           from %2$I r where r.council = $1 and r.child = k.child and r.recorded <= $3 and r.change <> 'retraction'%4$s
           and not exists (select from %2$I n where n.council = r.council and n.supersedes = r.id and n.recorded <= $3))$q$,
      shapes[i][1], shapes[i][2], shapes[i][3], shapes[i][4]);
  end loop;
  -- every approval of an edition of the care plan, whatever took its place since; every writing of the parts that rules look for
  parts := parts || $q$, 'carePlans', (select json_agg(json_build_array(s.id, ms(s.recorded), day((s.recorded at time zone 'Europe/London')::date)) order by s.recorded, s.id)
    from plan_state s join plan p on p.council = s.council and p.id = s.plan
    where s.council = $1 and s.child = k.child and s.state = 'approved' and p.kind = 'care plan' and s.recorded <= $3)$q$;
  parts := parts || $q$, 'planParts', (select json_agg(json_build_array(w.id, ms(w.recorded), w.part, day((w.recorded at time zone 'Europe/London')::date)) order by w.recorded, w.id)
    from plan_part w join plan p on p.council = w.council and p.id = w.plan
    where w.council = $1 and w.child = k.child and w.part in ('permanence', 'health') and p.kind = 'care plan' and w.recorded <= $3)$q$;
  -- an approval that was asked for and given
  parts := parts || $q$, 'answered', (select json_agg(json_build_array(a.line, ms(a.recorded), q.kind, day(a.answered), q.on_table, q.on_line) order by a.line)
    from approval_answer a join approval_request q on q.council = a.council and q.child = a.child and q.line = a.request and q.change <> 'retraction' and q.recorded <= $3
      and not exists (select from approval_request n where n.council = q.council and n.supersedes = q.id and n.recorded <= $3)
    where a.council = $1 and a.child = k.child and a.answer in ('approved', 'approved with conditions') and a.change <> 'retraction' and a.recorded <= $3
      and q.kind in ('placement at a distance', 'placement outside the area', 'placement with a parent', 'leaving care')
      and not exists (select from approval_answer n where n.council = a.council and n.supersedes = a.id and n.recorded <= $3))$q$;
  parts := parts || $q$, 'coverage', (select json_agg(json_build_array(v.source, v.event, day(v.since), day(v.until)) order by v.source, v.event, v.since)
    from source_coverage v where v.council = $1 and v.recorded <= $3 and v.source in (
      select s.source from source_child s where s.council = $1 and s.child = k.child and s.recorded <= $3
      union all select e.id from source e where e.council = $1 and e.every_child))$q$;
  execute 'create or replace function kith.facts_known(c smallint, children uuid[], known timestamptz) returns table (child uuid, facts json) '
    'language plpgsql stable set search_path = kith, pg_temp as $body$ begin return query select k.child, json_build_object('
    || substr(parts, 3) || ') from unnest($2) k (child); end $body$';
end $facts$;
