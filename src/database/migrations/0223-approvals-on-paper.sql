-- An approval, or a refusal, that somebody who does not use Kith gave on paper, written down by somebody else (decision 0242): whoever
-- asked, with the paper itself as a document, so that anybody can read what it says; or a manager who has read it, and who did not ask.
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

-- Written down: by who asked, only with the document; without it, by a manager who is not who asked. Only who
-- wrote it down puts it right.
create function kith.may_write_paper(whom uuid, request_line uuid, document_line uuid, correcting uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from approval_request q where q.council = here() and q.child = whom and q.line = request_line and q.change <> 'retraction'
      and not exists (select from approval_request n where n.council = q.council and n.supersedes = q.id))
    and (document_line is null or exists (select from document d where d.council = here() and d.child = whom and d.line = document_line and d.change = 'first'))
    and (correcting is null or exists (select from approval_answer a where a.council = here() and a.id = correcting and a.recorded_by = me() and a.on_paper))
    and case when exists (select from approval_request q where q.council = here() and q.child = whom and q.line = request_line and q.recorded_by = me())
      then document_line is not null
      else i_stand_as(whom, array['manager-line', 'director']) end $$;
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
