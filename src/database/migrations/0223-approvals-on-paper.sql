-- An approval, or a refusal, that somebody who does not use Kith gave on paper, written down by somebody who has read it and did not ask
-- for it (decision 0242).
-- Who gave it, in which office, and where the paper is kept stand among the words.

alter table kith.approval_answer
  add column on_paper boolean not null default false,
  add column paper_document uuid,                                        -- the paper itself, among the documents of the child
  add constraint a_document_of_what_is_on_paper check (on_paper or paper_document is null),
  add constraint on_paper_it_is_given_or_refused check (not on_paper or answer in ('approved', 'approved with conditions', 'refused'));
do $view$
declare
  says text := pg_get_viewdef('kith.approval_answer_current'::regclass);
begin
  execute 'create or replace view kith.approval_answer_current with (security_invoker = true) as select r.* ' || substr(says, strpos(says, 'FROM kith.approval_answer r'));
end $view$;
grant insert (on_paper, paper_document) on kith.approval_answer to kith_caseload, kith_wide, kith_service;

-- Written down by a second person: never by who asked, who wrote any version of what it is about, or who took the decision, as with an
-- answer in Kith (0039, 0101). The paper itself, where it is among the documents, is one that whoever reads documents may read. Only who
-- wrote it down puts it right.
create function kith.may_write_paper(whom uuid, request_line uuid, document_line uuid, correcting uuid) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  r approval_request;
  own boolean := false;
begin
  select q.* into r from approval_request q where q.council = here() and q.child = whom and q.line = request_line and q.change <> 'retraction'
    and not exists (select from approval_request n where n.council = q.council and n.supersedes = q.id);
  if not found or exists (select from approval_request q where q.council = here() and q.line = request_line and q.recorded_by = me()) then return false; end if;
  if r.on_table <> 'care_period' then
    execute format('select exists (select from %I where council = $1 and child = $2 and line = $3 and recorded_by = $4)', r.on_table)
      into own using here(), whom, r.on_line, me();
  end if;
  if own or r.on_table = 'decision' and exists (select from decision d where d.council = here() and d.line = r.on_line and d.decided_by = me()) then
    return false;
  end if;
  return i_stand_as(whom, array['manager-line', 'director', 'reviewing-officer', 'allocated-worker'])
    and (document_line is null or exists (select from document_current d where d.council = here() and d.child = whom and d.line = document_line
      and d.audience is null and d.must_not_know is null))
    and (correcting is null or exists (select from approval_answer a where a.council = here() and a.id = correcting and a.recorded_by = me() and a.on_paper));
end $$;
alter function kith.may_write_paper(uuid, uuid, uuid, uuid) owner to kith_rules;
revoke all on function kith.may_write_paper(uuid, uuid, uuid, uuid) from public;
grant execute on function kith.may_write_paper(uuid, uuid, uuid, uuid) to kith_caseload, kith_wide;
do $paper$
declare
  role text;
begin
  foreach role in array array['kith_caseload', 'kith_wide'] loop
    execute format('create policy %I on kith.approval_answer for insert to %I with check (council = (select kith.here()) and recorded_by = (select kith.me()) and on_paper and kith.may_write_paper(child, request, paper_document, supersedes))',
      substr(role, 6) || '_writes_paper', role);
    -- What is on paper comes through that one alone.
    execute format('create policy %I on kith.approval_answer as restrictive for insert to %I with check (not on_paper or kith.may_write_paper(child, request, paper_document, supersedes))',
      substr(role, 6) || '_paper_as_paper', role);
  end loop;
end $paper$;

-- A paper on which an answer stands is not taken back from under it.
create function kith.keep_paper() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if exists (select from approval_answer_current a where a.council = new.council and a.child = new.child and a.paper_document = new.line) then
    raise check_violation using message = 'an answer stands on it', constraint = 'an_answer_stands_on_this_paper';
  end if;
  return null;
end $$;
revoke all on function kith.keep_paper() from public;
alter function kith.keep_paper() owner to kith_rules;
create trigger keeps_paper after insert on kith.document for each row when (new.change = 'retraction') execute function kith.keep_paper();
