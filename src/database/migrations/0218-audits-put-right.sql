-- Audits: what is written before an audit is handed in is its writer's; it may be sent back; what is put right, and until when; and who audits
-- no more sees the record no more (decision 0237).

-- A theme that is written is seen by its writer, whoever audits this one and who leads quality, until the whole is graded.
create policy before_it_is_handed_in on kith.audit_theme as restrictive for select to kith_caseload, kith_wide using (
  recorded_by = (select kith.me()) or (select kith.i_am('quality-lead')) or audit in (select kith.audits_of_mine())
  or exists (select from kith.audit_grade_current g where g.council = audit_theme.council and g.child = audit_theme.child and g.audit = audit_theme.audit and g.stage = 'first'));

-- How many are written, without what they say: whoever sees the audit is told how far it is.
create function kith.audit_themes_written(whom uuid, of_audit uuid) returns int language sql stable security definer set search_path = kith, pg_temp as $$
  select count(*)::int from audit_theme_current t where t.council = here() and t.child = whom and t.audit = of_audit
    and (current_setting('role') = 'kith_service' or may(whom, 'see', 'audit')) $$;
revoke all on function kith.audit_themes_written(uuid, uuid) from public;
alter function kith.audit_themes_written(uuid, uuid) owner to kith_rules;
grant execute on function kith.audit_themes_written(uuid, uuid) to kith_caseload, kith_wide, kith_service;

-- Sent back for more work: the first grade is taken back, with why, by who leads quality; from the second grade on it stays, as before (0180).
drop policy by_auditor_or_moderator on kith.audit_grade;
create policy by_auditor_or_moderator on kith.audit_grade as restrictive for insert to kith_caseload, kith_wide
  with check (case stage when 'first' then audit in (select kith.audits_of_mine()) or change = 'retraction' and (select kith.i_am('quality-lead'))
    else audit in (select kith.moderations_of_mine()) end);

-- What was found and said is put right or taken back until the audit is closed; then a new row is written beside it.
create function kith.keep_of_closed_audit() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if current_setting('role') <> 'kith_restore' and exists (
    select from audit_closing_current c where c.council = new.council and c.child = new.child and c.audit = new.audit) then
    raise check_violation using message = 'the audit is closed', constraint = 'closed_audit_stays';
  end if;
  return new;
end $$;
revoke all on function kith.keep_of_closed_audit() from public;
alter function kith.keep_of_closed_audit() owner to kith_rules;
create trigger stays before insert on kith.audit_finding for each row when (new.supersedes is not null) execute function kith.keep_of_closed_audit();
create trigger stays before insert on kith.audit_voice for each row when (new.supersedes is not null) execute function kith.keep_of_closed_audit();
create trigger stays before insert on kith.audit_talk for each row when (new.supersedes is not null) execute function kith.keep_of_closed_audit();

-- Sight ends where somebody audits and moderates nothing of this child any more.
create function kith.end_sight_for_audit(of_council smallint, whom uuid, worker_id uuid) returns void language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if exists (select from practice_audit_current a where a.council = of_council and a.child = whom and a.auditor = worker_id)
    or exists (select from audit_moderation_current m where m.council = of_council and m.child = whom and m.moderator = worker_id) then return; end if;
  insert into standing_relation (council, id, line, supersedes, person, child, relation, since, until, retracted, reason, recorded_by)
    select s.council, new_id(), s.line, s.id, s.person, s.child, s.relation, s.since, greatest(now(), s.since + interval '1 microsecond'), s.since >= now(), s.reason,
      coalesce(me(), worker_id)
    from standing_relation s where s.council = of_council and s.child = whom and s.person = worker_id and s.relation = 'auditor' and s.reason = 'audit'
      and not s.retracted and s.until > now() and not exists (select from standing_relation n where n.council = s.council and n.supersedes = s.id);
end $$;
revoke all on function kith.end_sight_for_audit(smallint, uuid, uuid) from public;
alter function kith.end_sight_for_audit(smallint, uuid, uuid) owner to kith_rules;

create or replace function kith.keep_practice_audit() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  before practice_audit;
begin
  if new.supersedes is not null then
    select a.* into before from practice_audit a where a.council = new.council and a.id = new.supersedes;
  end if;
  if new.change = 'retraction' then
    perform end_sight_for_audit(new.council, new.child, before.auditor);
    return null;
  end if;
  if not has_no_part(new.council, new.child, new.auditor) then
    raise check_violation using message = 'the auditor has a part in the case', constraint = 'auditor_has_no_part';
  end if;
  if new.supersedes is not null
    and (before.round, before.drawn, before.place, before.stratum, before.again) is distinct from (new.round, new.drawn, new.place, new.stratum, new.again) then
    raise check_violation using message = 'how it was drawn stays', constraint = 'the_draw_stays';
  end if;
  if before.auditor is distinct from new.auditor then
    perform let_see_for_audit(new.council, new.child, new.auditor, new.due);
    if before.auditor is not null then perform end_sight_for_audit(new.council, new.child, before.auditor); end if;
  end if;
  return null;
end $$;
create or replace function kith.keep_audit_moderation() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  before uuid := (select m.moderator from audit_moderation m where m.council = new.council and m.id = new.supersedes);
begin
  if before is not null and (new.change = 'retraction' or before <> new.moderator) then perform end_sight_for_audit(new.council, new.child, before); end if;
  if new.change = 'retraction' then return null; end if;
  if not has_no_part(new.council, new.child, new.moderator)
    or exists (select from practice_audit a where a.council = new.council and a.child = new.child and a.line = new.audit and a.auditor = new.moderator) then
    raise check_violation using message = 'the moderator has a part in it', constraint = 'moderator_has_no_part';
  end if;
  perform let_see_for_audit(new.council, new.child, new.moderator, new.due);
  return null;
end $$;

-- While an audit is sent back nobody grades it a second time: the grade of its auditor could not be handed in any more.
create function kith.keep_sent_back_audit() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if current_setting('role') <> 'kith_restore' and exists (
      select from audit_grade g where g.council = new.council and g.child = new.child and g.audit = new.audit and g.stage = 'first' and g.change = 'retraction')
    and not exists (select from audit_grade_current g where g.council = new.council and g.child = new.child and g.audit = new.audit and g.stage = 'first') then
    raise check_violation using message = 'the audit is sent back', constraint = 'sent_back_audit_waits';
  end if;
  return new;
end $$;
revoke all on function kith.keep_sent_back_audit() from public;
alter function kith.keep_sent_back_audit() owner to kith_rules;
create trigger waits before insert on kith.audit_grade for each row when (new.stage = 'second' and new.change = 'first') execute function kith.keep_sent_back_audit();
