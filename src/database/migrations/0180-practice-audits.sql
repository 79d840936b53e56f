-- Practice audits: the programme and its rounds (of the council), and of each child's record what an audit is from draw to what changed
-- (decisions 0195 to 0197). Practice is graded, never a child.

-- OF THE COUNCIL: read by everybody in it, written by who leads quality. Words: title; why.
create table kith.audit_round (like door.home_shape including defaults including constraints,
  kind text not null check (kind in ('case', 'thematic', 'dip sample', 'multi-agency', 're-audit')),
  month date not null,                                           -- the first day of the month for which it is planned
  due date not null,
  wanted int not null check (wanted between 1 and 400),
  strata text[] not null,
  auditors uuid[] not null,
  scale text not null check (scale in ('inspectorate', 'none')),
  seed text not null check (seed ~ '^[A-Za-z0-9 ,.-]{1,80}$'),
  -- filled in by the draw, as a later version
  drawn date,
  frame int,
  lately int,
  nobody int,
  fingerprint text check (fingerprint ~ '^[0-9a-f]{8}$'),
  constraint month_begins check (extract(day from month) = 1),
  constraint due_after_it_begins check (due >= month),
  constraint strata_of_the_list check (strata <@ array['team', 'age', 'home', 'far', 'missing', 'alone']),
  constraint drawn_whole check ((drawn is null) = (fingerprint is null) and (drawn is null) = (frame is null) and (drawn is null) = (lately is null) and (drawn is null) = (nobody is null))
);
-- What comes up again and again, with one owner: what is learned, and what changed in practice.
create table kith.practice_theme (like door.home_shape including defaults including constraints,
  tag text not null check (tag in ('voice', 'plan', 'permanence', 'relationships', 'family time', 'safety', 'home', 'identity', 'health', 'learning', 'supervision', 'recording')),
  owner uuid not null,
  since date not null,
  due date not null,
  learned date,                                                  -- the day on which workers were told
  changed date,                                                  -- the day on which practice was different
  constraint due_after_since check (due >= since),
  constraint changed_after_it_was_learned check (changed is null or learned is not null and changed >= learned)
);
call kith.wall_open('kith.audit_round', 'quality-lead');
call kith.make_lines_of_council('kith.audit_round');
call kith.wall_open('kith.practice_theme', 'quality-lead');
call kith.make_lines_of_council('kith.practice_theme');
alter table kith.practice_theme add foreign key (council, owner) references kith.worker;

-- OF A CHILD'S RECORD.
-- An audit of practice in one child's record. Words: why this one, where it was chosen.
create table kith.practice_audit (like door.record_shape including defaults including constraints,
  round uuid not null,
  auditor uuid not null,
  drawn text not null check (drawn in ('at random', 'chosen', 're-audit')),
  place int not null default 0 check (place >= 0),               -- in which order it was drawn
  stratum text not null check (length(stratum) <= 200),
  due date not null,
  again uuid,                                                    -- the audit after which this one looks once more
  constraint again_is_a_re_audit check ((again is null) = (drawn <> 're-audit')),
  foreign key (council, round) references kith.audit_round (council, id),
  foreign key (council, auditor) references kith.worker
);
call kith.make_record('kith.practice_audit', 'audit');
alter table kith.practice_audit add foreign key (council, child, again) references kith.practice_audit (council, child, id);
create index on kith.practice_audit (council, round);
create index on kith.practice_audit (council, auditor);

-- The talk with the child's worker: asked, held, or why not. Words: what the worker says, what they will do.
create table kith.audit_talk (like door.record_shape including defaults including constraints,
  audit uuid not null,
  worker uuid not null,
  state text not null check (state in ('asked', 'held', 'not held')),
  happens date not null,
  foreign key (council, worker) references kith.worker
);
-- What the child, a carer or a parent says of our work, asked by somebody other than the worker. Words: their words.
create table kith.audit_voice (like door.record_shape including defaults including constraints,
  audit uuid not null,
  whose text not null check (whose in ('child', 'carer', 'parent')),
  part text not null check (part in ('said', 'chose not to', 'could not be asked')),
  asked_by uuid not null,
  asked date not null,
  named boolean not null,                                        -- they let it be seen whose words these are
  foreign key (council, asked_by) references kith.worker
);
-- One theme. Words: each question as it was asked that day, and what was seen.
create table kith.audit_theme (like door.record_shape including defaults including constraints,
  audit uuid not null,
  theme text not null check (theme in ('voice', 'relationships', 'plan', 'safety', 'home', 'growing', 'oversight')),
  grade text check (grade in ('outstanding', 'good', 'requires improvement', 'inadequate', 'not enough to tell')),  -- null: on no scale
  answers text[] not null,
  evidence text[] not null,                                      -- tables and lines of this record
  constraint answers_of_the_scale check (answers <@ array['outstanding', 'good', 'requires improvement', 'inadequate', 'not enough to tell', 'seen'])
);
-- The grade of the whole, first and second. Words: why; strengths; what differs.
create table kith.audit_grade (like door.record_shape including defaults including constraints,
  audit uuid not null,
  stage text not null check (stage in ('first', 'second')),
  grade text check (grade in ('outstanding', 'good', 'requires improvement', 'inadequate')),
  given date not null
);
create table kith.audit_moderation (like door.record_shape including defaults including constraints,
  audit uuid not null,
  moderator uuid not null,
  due date not null,
  foreign key (council, moderator) references kith.worker
);
create table kith.audit_finding (like door.record_shape including defaults including constraints,
  audit uuid not null,
  kind text not null check (kind in ('strength', 'to improve')),
  tag text not null check (tag in ('voice', 'plan', 'permanence', 'relationships', 'family time', 'safety', 'home', 'identity', 'health', 'learning', 'supervision', 'recording'))
);
-- Somebody else has read the record again. Words: what they read, and what they found.
create table kith.action_verification (like door.record_shape including defaults including constraints,
  audit uuid not null,
  action uuid not null,
  result text not null check (result in ('verified', 'not yet')),
  read date not null,
  evidence text[] not null
);
-- Words: what is different for this child.
create table kith.audit_impact (like door.record_shape including defaults including constraints,
  audit uuid not null,
  difference text not null check (difference in ('clear', 'some', 'too early', 'none')),
  seen date not null,
  evidence text[] not null
);
create table kith.audit_closing (like door.record_shape including defaults including constraints,
  audit uuid not null,
  closed date not null
);

do $of_audits$
declare
  t text;
begin
  foreach t in array array['audit_talk', 'audit_voice', 'audit_theme', 'audit_grade', 'audit_moderation', 'audit_finding', 'action_verification', 'audit_impact', 'audit_closing'] loop
    execute format('call kith.make_record(''kith.%s'', ''audit'')', t);
    execute format('call kith.follow(''kith.%s'', ''audit'', ''kith.practice_audit'')', t);
  end loop;
  foreach t in array array['audit_theme', 'action_verification', 'audit_impact'] loop
    execute format('alter table kith.%I add constraint evidence_is_of_the_record check (array_to_string(evidence, '' '') ~ ''^([a-z_]+/[0-9a-f-]{36}( |$))*$'')', t);
  end loop;
end $of_audits$;
create trigger one_standing after insert on kith.audit_theme for each row execute function kith.one_standing('audit', 'theme');
create trigger one_standing after insert on kith.audit_grade for each row execute function kith.one_standing('audit', 'stage');
create trigger one_standing after insert on kith.audit_moderation for each row execute function kith.one_standing('audit');
create trigger one_standing after insert on kith.audit_impact for each row execute function kith.one_standing('audit');
create trigger one_standing after insert on kith.audit_closing for each row execute function kith.one_standing('audit');
alter table kith.action_verification add foreign key (council, child, action) references kith.action (council, child, id);
create index on kith.action_verification (council, action);

-- A worry about a child, of an audit or of none. It is answered, and never withdrawn. Words: what was seen; whom was rung.
create table kith.practice_concern (like door.record_shape including defaults including constraints,
  audit uuid,
  kind text not null check (kind in ('may not be safe now', 'not safeguarded')),
  raised date not null,                                          -- at which hour, says when it was recorded
  named uuid not null,                                           -- the manager who answers
  rung boolean not null,
  constraint a_concern_stays check (change <> 'retraction'),
  foreign key (council, named) references kith.worker
);
call kith.make_record('kith.practice_concern', 'missing', 'audit is not null and (select kith.i_am(''quality-lead'')) and child <> all (array(select kith.kept_from_me()))');
alter table kith.practice_concern add foreign key (council, child, audit) references kith.practice_audit (council, child, id);
create table kith.concern_answer (like door.record_shape including defaults including constraints,
  concern uuid not null,
  answer text not null check (answer in ('safe, seen today', 'safe, with steps taken', 'not safe, acted on', 'no answer, out-of-hours told')),
  answered_by uuid,                                              -- the named manager; null: nobody was reached
  answered timestamptz not null,
  seen date,                                                     -- the day on which somebody saw the child
  constraint somebody_answers check ((answered_by is null) = (answer = 'no answer, out-of-hours told')),
  foreign key (council, answered_by) references kith.worker
);
call kith.make_record('kith.concern_answer', 'missing', '(select kith.i_am(''quality-lead'')) and child <> all (array(select kith.kept_from_me()))');
call kith.follow('kith.concern_answer', 'concern', 'kith.practice_concern');
-- Whoever may know who a child is may say that they worry, and what the manager said.
call kith.also_writes('kith.practice_concern', $$kith.may(child, 'see', 'header') or kith.may(child, 'write', 'audit')$$);
call kith.also_writes('kith.concern_answer', $$kith.may(child, 'approve', 'plan') or kith.wrote_version('practice_concern', concern)$$);

-- Whether somebody has, or had, no part in the case of a child: never their worker, cover, manager or reviewing officer, nor anything else around them.
create function kith.has_no_part(of_council smallint, whom uuid, worker_id uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select not exists (select from allocation a where a.council = of_council and a.child = whom and a.worker = worker_id)
    and not exists (select from standing_relation s where s.council = of_council and s.child = whom and s.person = worker_id and s.relation not in ('auditor', 'inspector'))
    and not exists (select from visible_child v where v.council = of_council and v.child = whom and v.person = worker_id and v.relation not in ('auditor', 'inspector', 'out-of-hours'))
    and not exists (select from own_child o where o.council = of_council and o.child = whom and o.person = worker_id) $$;
alter function kith.has_no_part(smallint, uuid, uuid) owner to kith_rules;
revoke all on function kith.has_no_part(smallint, uuid, uuid) from public;

-- Sight for whoever audits or moderates, and for as long as that takes.
create function kith.let_see_for_audit(of_council smallint, whom uuid, worker_id uuid, due_on date) returns void language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  today date := coalesce((select c.stands_on from door.council c where c.council = of_council), current_date);
  fresh uuid := new_id();
begin
  if due_on + 84 < today then return; end if;
  insert into standing_relation (council, id, line, person, child, relation, since, until, reason, recorded_by)
    values (of_council, fresh, fresh, worker_id, whom, 'auditor', now(), now() + make_interval(days => due_on + 84 - today), 'audit', coalesce(me(), worker_id));
end $$;
alter function kith.let_see_for_audit(smallint, uuid, uuid, date) owner to kith_rules;
revoke all on function kith.let_see_for_audit(smallint, uuid, uuid, date) from public;
grant insert (child) on kith.standing_relation to kith_rules;

create function kith.keep_practice_audit() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  before practice_audit;
begin
  if new.change = 'retraction' then return null; end if;
  if not has_no_part(new.council, new.child, new.auditor) then
    raise check_violation using message = 'the auditor has a part in the case', constraint = 'auditor_has_no_part';
  end if;
  if new.supersedes is not null then
    select a.* into before from practice_audit a where a.council = new.council and a.id = new.supersedes;
    if (before.round, before.drawn, before.place, before.stratum, before.again) is distinct from (new.round, new.drawn, new.place, new.stratum, new.again) then
      raise check_violation using message = 'how it was drawn stays', constraint = 'the_draw_stays';
    end if;
  end if;
  if before.auditor is distinct from new.auditor then perform let_see_for_audit(new.council, new.child, new.auditor, new.due); end if;
  return null;
end $$;
create trigger keeps after insert on kith.practice_audit for each row execute function kith.keep_practice_audit();

create function kith.keep_audit_moderation() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if new.change = 'retraction' then return null; end if;
  if not has_no_part(new.council, new.child, new.moderator)
    or exists (select from practice_audit a where a.council = new.council and a.child = new.child and a.line = new.audit and a.auditor = new.moderator) then
    raise check_violation using message = 'the moderator has a part in it', constraint = 'moderator_has_no_part';
  end if;
  perform let_see_for_audit(new.council, new.child, new.moderator, new.due);
  return null;
end $$;
create trigger keeps after insert on kith.audit_moderation for each row execute function kith.keep_audit_moderation();

-- A worker does not ask what people think of their own work.
create function kith.keep_audit_voice() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if new.change <> 'retraction' and exists (select from allocation a where a.council = new.council and a.child = new.child and a.worker = new.asked_by
    and a.role in ('allocated-worker', 'co-worker', 'cover')) then
    raise check_violation using message = 'asked by their worker', constraint = 'asked_by_somebody_else';
  end if;
  return null;
end $$;
create trigger keeps after insert on kith.audit_voice for each row execute function kith.keep_audit_voice();

-- THE FIRST GRADE STAYS: from the second grade or the closing on, neither it nor a theme is written anew or taken back; nor the second after closing.
-- Before that, an overall grade is no better than what decides it.
create function kith.keep_audit_grade() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  moderated boolean := exists (select from audit_grade_current g where g.council = new.council and g.child = new.child and g.audit = new.audit and g.stage = 'second' and g.id <> new.id);
  closed boolean := exists (select from audit_closing_current c where c.council = new.council and c.child = new.child and c.audit = new.audit);
begin
  if closed or moderated and new.stage = 'first' then
    raise check_violation using message = 'the grade stays', constraint = 'first_grade_stays';
  end if;
  if new.change <> 'retraction' and new.stage = 'first' and new.grade in ('outstanding', 'good') and exists (
    select from audit_theme_current t where t.council = new.council and t.child = new.child and t.audit = new.audit
      and t.grade = 'inadequate' and t.theme in ('voice', 'plan', 'safety', 'oversight')) then
    raise check_violation using message = 'no better than its themes', constraint = 'overall_no_better_than_its_themes';
  end if;
  return null;
end $$;
create trigger keeps after insert on kith.audit_grade for each row execute function kith.keep_audit_grade();
create function kith.keep_audit_theme() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if exists (select from audit_grade_current g where g.council = new.council and g.child = new.child and g.audit = new.audit and g.stage = 'first') then
    raise check_violation using message = 'the whole is graded', constraint = 'themes_stay_once_graded';
  end if;
  return null;
end $$;
create trigger keeps after insert on kith.audit_theme for each row execute function kith.keep_audit_theme();

-- NOTHING CLOSES with an action that nobody else has verified, without a second grade, or without what is different for the child.
create function kith.keep_audit_closing() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  why text;
begin
  if new.change = 'retraction' then return null; end if;
  why := case
    when not exists (select from audit_grade_current g where g.council = new.council and g.child = new.child and g.audit = new.audit and g.stage = 'second') then 'closed_without_a_second_grade'
    when not exists (select from audit_impact_current i where i.council = new.council and i.child = new.child and i.audit = new.audit) then 'closed_without_impact'
    when exists (select from audit_finding_current f where f.council = new.council and f.child = new.child and f.audit = new.audit and f.kind = 'to improve'
      and not exists (select from action_current a where a.council = f.council and a.child = f.child and a.on_table = 'audit_finding' and a.on_line = f.line)) then 'closed_without_an_action'
    when exists (select from audit_finding_current f join action_current a on a.council = f.council and a.child = f.child and a.on_table = 'audit_finding' and a.on_line = f.line
      where f.council = new.council and f.child = new.child and f.audit = new.audit
      and not exists (select from action_verification_current v where v.council = a.council and v.child = a.child and v.action = a.line and v.result = 'verified')) then 'closed_with_an_unverified_action'
    when exists (select from practice_concern_current c where c.council = new.council and c.child = new.child and c.audit = new.audit
      and not exists (select from concern_answer_current w where w.council = c.council and w.child = c.child and w.concern = c.line)) then 'closed_with_a_worry'
  end;
  if why is not null then raise check_violation using message = 'cannot be closed', constraint = why; end if;
  return null;
end $$;
create trigger keeps after insert on kith.audit_closing for each row execute function kith.keep_audit_closing();

-- WHO WRITES WHAT, besides the wall: themes and the first grade the auditor alone; the second the moderator alone; who moderates, and another
-- auditor, who leads quality; and nobody verifies an action that they wrote, own, owned or said was done.
create function kith.audits_of_mine() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select a.line from practice_audit_current a where a.council = here() and a.auditor = me() $$;
create function kith.moderations_of_mine() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select m.audit from audit_moderation_current m where m.council = here() and m.moderator = me() $$;
-- BLIND: audits that I moderate and have not graded yet.
create function kith.audits_blind() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select m.audit from audit_moderation_current m where m.council = here() and m.moderator = me()
    and not exists (select from audit_grade_current g where g.council = m.council and g.child = m.child and g.audit = m.audit and g.stage = 'second') $$;
create function kith.may_verify(whom uuid, action_line uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select not exists (select from action a where a.council = here() and a.child = whom and a.line = action_line and (a.recorded_by = me() or a.owner = me()))
    and not exists (select from action_step s where s.council = here() and s.child = whom and s.action = action_line and s.owner = me())
    and not exists (select from action_outcome o where o.council = here() and o.child = whom and o.action = action_line and o.recorded_by = me())
    and exists (select from action_outcome_current o where o.council = here() and o.child = whom and o.action = action_line) $$;
do $own$
declare
  f text;
begin
  foreach f in array array['keep_practice_audit()', 'keep_audit_moderation()', 'keep_audit_voice()', 'keep_audit_grade()', 'keep_audit_theme()', 'keep_audit_closing()'] loop
    execute format('revoke all on function kith.%s from public', f);
    execute format('alter function kith.%s owner to kith_rules', f);
  end loop;
  foreach f in array array['audits_of_mine()', 'moderations_of_mine()', 'audits_blind()', 'may_verify(uuid, uuid)'] loop
    execute format('revoke all on function kith.%s from public', f);
    execute format('alter function kith.%s owner to kith_rules', f);
    execute format('grant execute on function kith.%s to kith_caseload, kith_wide', f);
  end loop;
end $own$;
call kith.also_writes('kith.action_verification', $$kith.may(child, 'approve', 'plan') and kith.may(child, 'see', 'audit')$$);
create policy by_the_auditor on kith.audit_theme as restrictive for insert to kith_caseload, kith_wide with check (audit in (select kith.audits_of_mine()));
create policy by_auditor_or_moderator on kith.audit_grade as restrictive for insert to kith_caseload, kith_wide
  with check (case stage when 'first' then audit in (select kith.audits_of_mine()) else audit in (select kith.moderations_of_mine()) end);
create policy by_the_lead on kith.practice_audit as restrictive for insert to kith_caseload, kith_wide with check ((select kith.i_am('quality-lead')));
create policy by_the_lead on kith.audit_moderation as restrictive for insert to kith_caseload, kith_wide with check ((select kith.i_am('quality-lead')));
create policy not_their_own on kith.action_verification as restrictive for insert to kith_caseload, kith_wide with check (kith.may_verify(child, action));
create policy blind on kith.audit_theme as restrictive for select to kith_caseload, kith_wide using (audit not in (select kith.audits_blind()));
create policy blind on kith.audit_finding as restrictive for select to kith_caseload, kith_wide using (audit not in (select kith.audits_blind()));
create policy blind on kith.audit_grade as restrictive for select to kith_caseload, kith_wide using (stage = 'second' or audit not in (select kith.audits_blind()));

-- THE FRAME: who could be drawn on a day, by what they have in common, without a name. Nobody who is kept from others is in it, nor counted.
create function kith.audit_frame(on_day date) returns table (child uuid, team text, age text, home text, far boolean, missing boolean, alone boolean, audited date)
language sql stable security definer set search_path = kith, pg_temp as $$
  with asker as materialized (select here() as council where i_am('quality-lead') or exists (select from door.service_worker s where s.council = here() and s.person = me())),
  looked_after as materialized (
    select distinct p.council, p.child from asker a join care_period_current p on p.council = a.council
    where p.began <= on_day and (p.ended is null or p.ended > on_day)
      and not exists (select from kept_child k where k.council = p.council and k.child = p.child)
      and not exists (select from own_child o where o.council = p.council and o.child = p.child and o.person = me()))
  select l.child,
    (select t.name from allocation_current w join team_membership m on m.council = w.council and m.person = w.worker and m.role = 'worker' and m.during @> on_day and not m.retracted
        and not exists (select from team_membership n where n.council = m.council and n.supersedes = m.id)
      join team t on t.council = m.council and t.id = m.team
      where w.council = l.council and w.child = l.child and w.role = 'allocated-worker' and w.during @> on_day order by t.name limit 1),
    (select case when age(on_day, b.born) < interval '5 years' then '0 to 4' when age(on_day, b.born) < interval '11 years' then '5 to 10'
        when age(on_day, b.born) < interval '16 years' then '11 to 15' else '16 and 17' end
      from birth_claim_current b where b.council = l.council and b.child = l.child order by b.line desc limit 1),
    (select case when p.kind ~ '^U' then 'foster home' when p.kind ~ '^(K|R|S)' then 'residential' when p.kind ~ '^(P|H5)' then 'with parents or alone' else 'another home' end
      from placement_current p where p.council = l.council and p.child = l.child and p.during @> on_day order by lower(p.during) desc limit 1),
    (select d.miles > 20 from placement_current p join placement_distance d on d.council = p.council and d.child = p.child and d.placement = p.line
      where p.council = l.council and p.child = l.child and p.during @> on_day order by d.placement limit 1),
    exists (select from missing_episode_current e where e.council = l.council and e.child = l.child and e.since between on_day - 90 and on_day + 1),
    exists (select from unaccompanied_current u where u.council = l.council and u.child = l.child),
    (select max(g.given) from audit_grade_current g where g.council = l.council and g.child = l.child and g.stage = 'first' and g.given <= on_day)
  from looked_after l $$;
-- Who of these workers has no part in the case of which of these children: without a word of what the part is.
create function kith.may_audit(children uuid[], workers uuid[]) returns table (child uuid, worker uuid) language sql stable security definer set search_path = kith, pg_temp as $$
  select c, w from unnest(children) c, unnest(workers) w where i_am('quality-lead') and has_no_part(here(), c, w) $$;
do $frame$
declare
  f text;
begin
  foreach f in array array['audit_frame(date)', 'may_audit(uuid[], uuid[])'] loop
    execute format('revoke all on function kith.%s from public', f);
    execute format('alter function kith.%s owner to kith_rules', f);
    execute format('grant execute on function kith.%s to kith_caseload, kith_wide, kith_service', f);
  end loop;
end $frame$;
-- Where else the same themes come up, in numbers alone: disputes by what they are about, times missing, and what children said.
create function kith.practice_counts(since date, until date) returns table (source text, about text, times int, children int)
language sql stable security definer set search_path = kith, pg_temp as $$
  with asker as materialized (select here() as council where i_am('quality-lead') or i_am('director'))
  select 'disputes', d.about, count(*)::int, count(distinct d.child)::int from asker a join dispute_current d on d.council = a.council
    where d.raised between practice_counts.since and practice_counts.until and d.child not in (select kept_from_me()) group by d.about
  union all
  select 'times missing', 'safety', count(*)::int, count(distinct m.child)::int from asker a join missing_episode_current m on m.council = a.council
    where m.since between practice_counts.since and practice_counts.until and m.child not in (select kept_from_me()) having count(*) > 0
  union all
  select 'what children said', 'voice', count(*)::int, count(distinct v.child)::int from asker a join view_current v on v.council = a.council
    where v.happened between practice_counts.since and practice_counts.until and v.child not in (select kept_from_me()) having count(*) > 0 $$;
revoke all on function kith.practice_counts(date, date) from public;
alter function kith.practice_counts(date, date) owner to kith_rules;
grant execute on function kith.practice_counts(date, date) to kith_caseload, kith_wide;

-- Who leads quality writes of a child whose name they may not know: their drafts too.
create or replace function kith.write_draft(which uuid, of_form text, of_child uuid, is_about uuid, beside uuid, saves int, words bytea, wrapped_key bytea)
returns void language plpgsql volatile security definer set search_path = kith, pg_temp as $$
begin
  if of_child is not null and not may(of_child, 'see', 'header') and not may(of_child, 'write', 'audit') then raise insufficient_privilege using message = 'not a child of the asker'; end if;
  if beside is not null and not exists (select from draft d where d.council = here() and d.id = beside and d.author = me()
    and (d.form, d.child, d.about) is not distinct from (of_form, of_child, is_about)) then
    raise insufficient_privilege using message = 'beside a draft of something else';
  end if;
  if saves = 1 then
    insert into word_key (council, record, child, wrapped) values (here(), which, of_child, wrapped_key);
    insert into draft (council, id, author, form, child, about, said, sibling_of) values (here(), which, me(), of_form, of_child, is_about, words, beside);
  else
    update draft set said = words, revision = saves, saved = now()
      where council = here() and id = which and author = me() and ended is null and revision = saves - 1
        and (form, child, about) is not distinct from (of_form, of_child, is_about);
    if not found then raise insufficient_privilege using message = 'not the draft that was read'; end if;
  end if;
end $$;
drop policy mine on kith.draft;
create policy mine on kith.draft for select to kith_caseload, kith_wide
  using (council = (select kith.here()) and author = (select kith.me())
    and (child is null or (select kith.may(child, 'see', 'header')) or (select kith.may(child, 'write', 'audit'))));
create or replace function kith.hold_draft(which uuid) returns setof kith.draft language plpgsql volatile security definer set search_path = kith, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(which::text, here()));
  if exists (select from draft d where d.council = here() and d.id = which and (d.author <> me()
    or d.child is not null and not may(d.child, 'see', 'header') and not may(d.child, 'write', 'audit'))) then
    raise insufficient_privilege using message = 'not a draft of the asker';
  end if;
  return query select d.* from draft d where d.council = here() and d.id = which;
end $$;
