-- Representations and complaints about a child's care (Children Act 1989 section 26; decision 0233): who says what is not right, in whose words,
-- and each stage with who answers it, by when, and what came of it. Read by whoever may read audits of the record: the child's worker, its
-- managers, the reviewing officer, who leads quality, the director; a worker who is complained of reads it once somebody let them know,
-- and writes nothing of it.

create table kith.complaint (like door.record_shape including defaults including constraints,
  received date not null,
  asker text not null check (asker in ('child', 'parent', 'carer', 'somebody else', 'advocate')),
  how text not null check (how in ('said', 'written', 'through an advocate')),
  about text[] not null check (cardinality(about) > 0 and about <@ array['voice', 'plan', 'permanence', 'relationships', 'family time', 'safety', 'home', 'identity', 'health', 'learning', 'supervision', 'recording']),
  advocate text not null check (advocate in ('has one', 'taken up', 'not wanted', 'not offered')),
  child_told text[] not null default '{}' check (child_told <@ array['talked through', 'letter', 'leaflet or page', 'interpreter', 'through an advocate', 'through a carer']),
  worker uuid,                                                   -- who is complained of, where it is one of us
  worker_told boolean not null default false,                    -- they may know of it
  constraint nobody_told_of_nobody check (worker is not null or not worker_told),
  foreign key (council, worker) references kith.worker
);
call kith.make_record('kith.complaint', 'audit');
create index on kith.complaint (council, worker) where worker is not null;

-- A stage: 1 where it happened, 2 an investigation, 3 a review panel. What happens in it is a change of its line.
create table kith.complaint_stage (like door.record_shape including defaults including constraints,
  complaint uuid not null,
  stage int not null check (stage between 1 and 3),
  asked date not null,                                           -- of the first, the day on which it was received
  answers uuid not null,                                         -- who of us answers
  longer text check (longer in ('complex', 'advocate')),
  longer_told date,                                              -- the day on which they were told that it takes longer
  panel date,
  report date,                                                   -- the day of the panel's report
  answered date,
  outcome text check (outcome in ('upheld', 'partly upheld', 'not upheld', 'withdrawn')),
  told date,                                                     -- the day on which the child was told what came of it
  told_how text check (told_how in ('together in person', 'by phone or video', 'in writing', 'through an interpreter', 'through an advocate', 'through somebody else')),
  constraint longer_with_a_day check ((longer is null) = (longer_told is null) and longer_told >= asked),
  constraint longer_where_the_law_has_it check (longer is null or stage = 1 or stage = 2 and longer = 'complex'),
  constraint panel_of_the_third_stage check (stage = 3 or panel is null and report is null),
  constraint panel_before_its_report check (panel >= asked and (report is null or panel is not null and report >= panel)),
  constraint answered_with_what_came_of_it check ((outcome is null) = (answered is null) and answered >= asked),
  constraint told_of_an_answer check ((told is null) = (told_how is null) and (told is null or answered is not null and told >= answered)),
  foreign key (council, answers) references kith.worker
);
call kith.make_record('kith.complaint_stage', 'audit');
call kith.follow('kith.complaint_stage', 'complaint', 'kith.complaint');
create trigger one_standing after insert on kith.complaint_stage for each row execute function kith.one_standing('complaint', 'stage');
create index on kith.complaint_stage (council, answers) where outcome is null;

-- Beside who leads quality: whoever writes the child's story or approves their plan, and reads audits, writes a complaint down; who answers, answers.
call kith.also_writes('kith.complaint', $$kith.may(child, 'see', 'audit') and (kith.may(child, 'write', 'story') or kith.may(child, 'approve', 'plan'))$$);
-- Who answers is said by what stands: a new row names nobody into it.
create function kith.answered_by_me(version uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from complaint_stage s where s.council = here() and s.id = version and s.answers = me()) $$;
call kith.also_writes('kith.complaint_stage', $$kith.may(child, 'see', 'audit') and (kith.may(child, 'approve', 'plan')
  or kith.may(child, 'write', 'story') and (supersedes is null or kith.answered_by_me(supersedes)))$$);

-- Who may be named to answer: whoever reads it now, and writes in the record. Told to those who read it themselves.
create function kith.complaint_answerers(whom uuid) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  with standing as (
    select v.person, v.sees, v.writes, v.approves from visible_child v where v.council = here() and v.child = whom and v.since <= now() and v.until > now()
    union all
    select s.person, s.sees, s.writes, s.approves from sees_council s where s.council = here() and s.since <= now() and s.until > now()
      and not exists (select from kept_child o where o.council = here() and o.child = whom and s.person <> all (o.named))
      and not exists (select from own_child o where o.council = here() and o.child = whom and o.person = s.person))
  select person from standing where may(whom, 'see', 'audit') group by person
  having bit_or(sees) & reference.scope_bits('{audit}') <> 0
    and (bit_or(writes) & reference.scope_bits('{story,audit}') <> 0 or bit_or(approves) & reference.scope_bits('{plan}') <> 0) $$;

-- OF WHOM IT IS. A worker who is complained of reads it once somebody let them know. They may be the one to whom it was said, and write
-- that down; they change nothing of it, ask for no further stage, and answer none.
-- By the latest version, also where that takes it back: what was kept from somebody stays so.
create function kith.complaints_of_me() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select c.line from complaint c where c.council = here() and c.worker = me()
    and not exists (select from complaint n where n.council = c.council and n.supersedes = c.id) $$;
create function kith.complaints_kept_from_me() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select c.line from complaint c where c.council = here() and c.worker = me() and not c.worker_told
    and not exists (select from complaint n where n.council = c.council and n.supersedes = c.id) $$;
create function kith.keep_complaint() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if new.change <> 'retraction' and new.worker is not null and exists (
    select from complaint_stage_current s where s.council = new.council and s.child = new.child and s.complaint = new.line and s.answers = new.worker) then
    raise check_violation using message = 'they answer it', constraint = 'answered_by_somebody_else';
  end if;
  return null;
end $$;
-- A further stage is asked for once the one before it is answered, and not of what was withdrawn.
create function kith.keep_complaint_stage() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if new.change = 'retraction' then return null; end if;
  if exists (select from complaint_current c where c.council = new.council and c.child = new.child and c.line = new.complaint and c.worker = new.answers) then
    raise check_violation using message = 'they are complained of', constraint = 'answered_by_somebody_else';
  end if;
  -- Who was named once stays, also when they have gone; an import and a restore name whom they find.
  if current_setting('role') in ('kith_caseload', 'kith_wide') and new.answers not in (select kith.complaint_answerers(new.child))
    and not exists (select from complaint_stage s where s.council = new.council and s.id = new.supersedes and s.answers = new.answers) then
    raise check_violation using message = 'they do not read it', constraint = 'answered_by_who_reads_it';
  end if;
  if new.stage > 1 and not exists (select from complaint_stage_current s where s.council = new.council and s.child = new.child and s.complaint = new.complaint
    and s.stage = new.stage - 1 and s.answered <= new.asked and s.outcome <> 'withdrawn') then
    raise check_violation using message = 'the stage before is open', constraint = 'asked_once_the_last_is_answered';
  end if;
  return null;
end $$;
-- A record that takes no more writing: nobody can answer a complaint there.
create function kith.closed_children() returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select child from closed_child where council = here() $$;
do $own$
declare
  f text;
begin
  foreach f in array array['answered_by_me(uuid)', 'complaint_answerers(uuid)', 'closed_children()', 'complaints_of_me()', 'complaints_kept_from_me()', 'keep_complaint()', 'keep_complaint_stage()'] loop
    execute format('revoke all on function kith.%s from public', f);
    execute format('alter function kith.%s owner to kith_rules', f);
  end loop;
end $own$;
grant execute on function kith.answered_by_me(uuid), kith.complaint_answerers(uuid), kith.closed_children(), kith.complaints_of_me(), kith.complaints_kept_from_me() to kith_caseload, kith_wide;
create trigger keeps after insert on kith.complaint for each row execute function kith.keep_complaint();
create trigger keeps after insert on kith.complaint_stage for each row execute function kith.keep_complaint_stage();
create policy kept_from_whom_it_is_of on kith.complaint as restrictive for select to kith_caseload, kith_wide using (line <> all (array(select kith.complaints_kept_from_me())));
create policy not_by_whom_it_is_of on kith.complaint as restrictive for insert to kith_caseload, kith_wide
  with check (supersedes is null or line <> all (array(select kith.complaints_of_me())));
create policy not_by_whom_it_is_of on kith.complaint_stage as restrictive for insert to kith_caseload, kith_wide
  with check (supersedes is null and stage = 1 or complaint <> all (array(select kith.complaints_of_me())));

-- WHO LOOKED, without what was done with complaints: where the asker does not read complaints of the child, or one is kept from them.
-- Left out and not worded otherwise, since words that stand nowhere else would say it too. What they did themselves they see.
create or replace function kith.access_of(whom uuid, most int default 200) returns table (at timestamptz, person uuid, what text, subject jsonb)
language sql stable security definer set search_path = kith, pg_temp as $$
  with asker as materialized (
    select may(whom, 'see', 'oversight') or current_setting('role') = 'kith_service' as looks,
      current_setting('role') = 'kith_service' or may(whom, 'see', 'audit') and not exists (select from complaints_kept_from_me()) as complaints)
  select e.at, e.person, e.what, e.subject from asker a join access_entry e on e.council = here() and e.child = whom
  where a.looks and (a.complaints or e.person = me() or e.what !~* 'complain' and coalesce(e.subject ->> 'for', '') !~* 'complain')
  order by e.at desc limit most $$;

-- In the list of what comes up again: complaints too, by each thing they are about.
create or replace function kith.practice_counts(since date, until date) returns table (source text, about text, times int, children int)
language sql stable security definer set search_path = kith, pg_temp as $$
  with asker as materialized (select here() as council where i_am('quality-lead') or i_am('director'))
  select 'disputes', d.about, count(*)::int, count(distinct d.child)::int from asker a join dispute_current d on d.council = a.council
    where d.raised between practice_counts.since and practice_counts.until and d.child not in (select kept_from_me()) group by d.about
  union all
  select 'complaints', t.tag, count(*)::int, count(distinct c.child)::int from asker a join complaint_current c on c.council = a.council
    cross join unnest(c.about) t (tag)
    where c.received between practice_counts.since and practice_counts.until and c.child not in (select kept_from_me())
      and not (c.worker is not distinct from me() and not c.worker_told) group by t.tag
  union all
  select 'times missing', 'safety', count(*)::int, count(distinct m.child)::int from asker a join missing_episode_current m on m.council = a.council
    where m.since between practice_counts.since and practice_counts.until and m.child not in (select kept_from_me()) having count(*) > 0
  union all
  select 'what children said', 'voice', count(*)::int, count(distinct v.child)::int from asker a join view_current v on v.council = a.council
    where v.happened between practice_counts.since and practice_counts.until and v.child not in (select kept_from_me()) having count(*) > 0 $$;
