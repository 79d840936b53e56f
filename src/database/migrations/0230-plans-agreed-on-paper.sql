-- An edition of a plan that somebody who does not use Kith agreed to on paper, written down by somebody who has read the paper and
-- neither wrote nor sent the plan (decision 0246). It is agreed as of the day that stands on the paper; known since the day of writing.
-- Who agreed, in which office, and where the paper is kept stand among the words of the step.

alter table kith.plan_state
  add column on_paper boolean not null default false,
  add column agreed date,                                                -- the day on the paper
  add column paper_document uuid,                                        -- the paper itself, among the documents of the child
  add constraint only_an_approval_is_on_paper check (not on_paper or state = 'approved'),
  add constraint what_is_on_paper_has_its_day check (on_paper = (agreed is not null)),
  add constraint a_document_of_what_is_on_paper check (on_paper or paper_document is null);
do $view$
declare
  says text := pg_get_viewdef('kith.plan_state_current'::regclass);
begin
  execute 'create or replace view kith.plan_state_current with (security_invoker = true) as select r.* ' || substr(says, strpos(says, 'FROM kith.plan_state r'));
end $view$;
grant insert (on_paper, agreed, paper_document) on kith.plan_state to kith_caseload, kith_wide, kith_service;

-- Written down by a second person: never by who sent the edition, or wrote any of what stands in it.
create function kith.may_write_plan_paper(whom uuid, of_edition uuid, document_line uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select i_stand_as(whom, array['manager-line', 'director', 'reviewing-officer', 'allocated-worker']) and may(whom, 'see', 'plan')
    and exists (select from plan_edition e where e.council = here() and e.child = whom and e.id = of_edition)
    and not exists (select from plan_state s where s.council = here() and s.edition = of_edition and s.state = 'sent for approval' and s.recorded_by = me())
    and not exists (select from plan_part p join plan_edition e on e.council = p.council and e.plan = p.plan and e.id = of_edition
      where p.council = here() and p.recorded_by = me()
        and (p.edition = of_edition or not exists (select from plan_part n where n.council = p.council and n.supersedes = p.id)))
    and (document_line is null or exists (select from document_current d where d.council = here() and d.child = whom and d.line = document_line
      and d.audience is null and d.must_not_know is null)) $$;
alter function kith.may_write_plan_paper(uuid, uuid, uuid) owner to kith_rules;
revoke all on function kith.may_write_plan_paper(uuid, uuid, uuid) from public;
grant execute on function kith.may_write_plan_paper(uuid, uuid, uuid) to kith_caseload, kith_wide;
do $paper$
declare
  role text;
begin
  foreach role in array array['kith_caseload', 'kith_wide'] loop
    execute format('create policy %I on kith.plan_state for insert to %I with check (council = (select kith.here()) and recorded_by = (select kith.me()) and on_paper and kith.may_write_plan_paper(child, edition, paper_document))',
      substr(role, 6) || '_writes_paper', role);
    -- What is on paper comes through that one alone.
    execute format('create policy %I on kith.plan_state as restrictive for insert to %I with check (not on_paper or kith.may_write_plan_paper(child, edition, paper_document))',
      substr(role, 6) || '_paper_as_paper', role);
  end loop;
end $paper$;

-- The step itself is held as every approval is: of what was sent, of exactly what stands, by nobody whose hand is in it. Editions are
-- agreed in the order of their numbers.
call kith.put_into('kith.keep_plan_state()', $q$if new.state in ('sent back', 'approved') and not may(new.child, 'approve', 'plan') then$q$,
  $q$if new.on_paper and exists (select from plan_state s where s.council = new.council and s.plan = new.plan and s.edition <> new.edition and s.state = 'approved'
      and coalesce(s.agreed, (s.recorded at time zone 'Europe/London')::date) > new.agreed) then
    raise check_violation using message = 'agreed before the edition before it', constraint = 'agreed_after_the_edition_before';
  end if;
  if new.state in ('sent back', 'approved') and not (case when new.on_paper then may_write_plan_paper(new.child, new.edition, new.paper_document)
      else may(new.child, 'approve', 'plan') end) then$q$);

-- The day on the paper is what the clock counts; that it is known since the moment of writing stays as it was.
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', $q$day((s.recorded at time zone 'Europe/London')::date)$q$,
  $q$day(coalesce(s.agreed, (s.recorded at time zone 'Europe/London')::date))$q$);

-- A paper on which a plan stands is not taken back from under it.
call kith.put_into('kith.keep_paper()', 'a.paper_document = new.line)', $q$a.paper_document = new.line)
      or exists (select from plan_state s where s.council = new.council and s.child = new.child and s.paper_document = new.line)$q$);
