-- Decisions about a child, who must take them, and asking for approval: nobody approves their own.

-- Kinds of decisions: an open list. `scope`: where somebody needs the right to approve; `deciders`: in which relation they must
-- stand besides (none: whoever may approve there). `basis`: law, or the council's own rule.
create table reference.decision_kind (
  name     text primary key,
  scope    text not null references reference.scope,
  deciders text[] not null,
  basis    text not null check (basis in ('law', 'local')),
  says     text not null
);
insert into reference.decision_kind (name, scope, deciders, basis, says) values
  ('placement at a distance',     'matching', '{director}', 'law', 'The director of children''s services approves a home outside the area that is not in an adjoining one (Care Planning Regulations 2010, regulation 11).'),
  ('placement outside the area',  'matching', '{manager-line,director}', 'law', 'A nominated officer approves a home outside the area (Care Planning Regulations 2010, regulation 11).'),
  ('placement with a parent',     'plan', '{director}', 'law', 'A nominated officer decides that a child in care by order lives with a parent (Care Planning Regulations 2010, regulation 18).'),
  ('temporary approval',          'matching', '{director}', 'law', 'A nominated officer approves a connected person for a time (Care Planning Regulations 2010, regulation 24).'),
  ('home ended',                  'plan', '{manager-line,director}', 'local', 'Ending a home that was not planned to end.'),
  ('plan approved',               'plan', '{manager-line,director}', 'local', 'A care, pathway or other plan takes effect.'),
  ('permanence',                  'plan', '{manager-line,director}', 'local', 'Where and with whom the child grows up.'),
  ('brothers and sisters',        'plan', '{manager-line}', 'local', 'Together or apart, and why.'),
  ('permission',                  'plan', '{manager-line}', 'local', 'Something that the carer may not decide alone.'),
  ('visit interval',              'visits', '{manager-line}', 'local', 'How often we see the child, within what the law allows.'),
  ('virtual visit',               'visits', '{manager-line}', 'law', 'A visit by video between 24 April 2020 and 30 September 2021 (SI 2020/445, SI 2020/909).'),
  ('supervision interval',        'oversight', '{manager-line}', 'local', 'How often worker and manager think about this child.'),
  ('court proceedings',           'legal', '{manager-line,director}', 'local', 'Starting, ending or changing what we ask of a court.'),
  ('leaving care',                'plan', '{director}', 'law', 'A nominated officer approves that a child of 16 or 17 stops being looked after (Care Planning Regulations 2010, regulation 39).'),
  ('other',                       'plan', '{}', 'local', 'Any other decision about the child.');
grant select on reference.decision_kind to kith_caseload, kith_wide, kith_service, kith_rules;

create table kith.decision (like door.record_shape including defaults including constraints,
  kind text not null references reference.decision_kind,
  decided date not null,
  decided_as text not null check (decided_as in ('worker', 'court', 'panel', 'family', 'another council', 'another service', 'the young person')),
  decided_by uuid,                                               -- the worker
  view uuid,                                                     -- the child's words beside it
  on_table text check (on_table ~ '^[a-z_]+$'),                  -- what it is about
  on_line uuid,
  audience text[],
  must_not_know uuid[],
  audience_why text check (audience_why in ('not released', 'court order', 'Children Act 1989 Sch 2 para 15(4)', 'safety of the child',
    'wish of the child', 'carer''s safety', 'private to whom it is about', 'told in confidence')),
  constraint audience_has_a_reason check ((audience is null and must_not_know is null) or audience_why is not null),
  constraint a_worker_or_somebody_else check ((decided_as = 'worker') = (decided_by is not null)),
  foreign key (council, decided_by) references kith.worker,
  foreign key (council, child, view) references kith.view (council, child, id)
);
call kith.make_heard_record('kith.decision', 'plan');
call kith.may_point('kith.decision');

-- Whether the asker stands in one of these relations to the child.
create function kith.i_stand_as(whom uuid, relations text[]) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from visible_child where council = here() and person = me() and child = whom and since <= now() and until > now() and relation = any (relations))
    or exists (select from sees_council where council = here() and person = me() and since <= now() and until > now() and relation = any (relations))
       and whom not in (select kept_from_me()) and exists (select from child where council = here() and id = whom) $$;
-- Whether the asker may take a decision of this kind for this child.
create function kith.may_decide(whom uuid, of_kind text) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select coalesce((select may(whom, 'approve', k.scope) and (k.deciders = '{}' or i_stand_as(whom, k.deciders))
    from reference.decision_kind k where k.name = of_kind), false) $$;
alter function kith.i_stand_as(uuid, text[]) owner to kith_rules;
alter function kith.may_decide(uuid, text) owner to kith_rules;
grant execute on function kith.i_stand_as(uuid, text[]), kith.may_decide(uuid, text) to kith_caseload, kith_wide;
-- A director decides and writes that down; and nobody names themselves as who decided what they may not decide.
call kith.also_writes('kith.decision', 'decided_by = (select kith.me()) and kith.may_decide(child, kind)');
create policy decides_what_they_may on kith.decision as restrictive for insert to kith_caseload, kith_wide with check (
  decided_by is distinct from (select kith.me()) or kind in (select k.name from reference.decision_kind k where k.deciders = '{}') or kith.may_decide(child, kind));

-- Who was told of it, and when.
create table kith.decision_told (like door.record_shape including defaults including constraints,
  decision uuid not null,
  whom text not null check (whom in ('child', 'parent', 'carer', 'brother or sister', 'reviewing officer', 'school', 'health', 'advocate', 'somebody else')),
  told date not null,
  how text not null check (how in ('in person', 'by telephone', 'by video', 'in writing', 'through somebody else'))
);
call kith.make_record('kith.decision_told', 'plan');
call kith.follow('kith.decision_told', 'decision', 'kith.decision');

-- A request for approval: of whoever may decide this kind, or narrower, of one relation or one person among them.
create table kith.approval_request (like door.record_shape including defaults including constraints,
  kind text not null references reference.decision_kind,
  of_relation text references reference.relation,
  of_person uuid,
  on_table text not null check (on_table ~ '^[a-z_]+$'),
  on_line uuid not null,
  by_when date,
  view uuid,
  asked_before uuid,                                             -- the request that was sent back
  audience text[],
  must_not_know uuid[],
  audience_why text check (audience_why in ('not released', 'court order', 'Children Act 1989 Sch 2 para 15(4)', 'safety of the child',
    'wish of the child', 'carer''s safety', 'private to whom it is about', 'told in confidence')),
  constraint audience_has_a_reason check ((audience is null and must_not_know is null) or audience_why is not null),
  foreign key (council, of_person) references kith.worker,
  foreign key (council, child, view) references kith.view (council, child, id)
);
call kith.make_heard_record('kith.approval_request', 'plan');
call kith.may_point('kith.approval_request');
alter table kith.approval_request add foreign key (council, child, asked_before) references kith.approval_request (council, child, id);
call kith.also_writes('kith.approval_request', 'kith.may_write_from(child, on_table)');

-- The answer. One stands; whoever comes second is told who was first. A withdrawal closes a request, too.
create table kith.approval_answer (like door.record_shape including defaults including constraints,
  request uuid not null,
  answer text not null check (answer in ('approved', 'approved with conditions', 'refused', 'sent back', 'withdrawn')),
  answered date not null,
  constraint answer_has_its_reasons check (said is not null)
);
call kith.make_record('kith.approval_answer', 'plan');
call kith.follow('kith.approval_answer', 'request', 'kith.approval_request');
create trigger one_standing after insert on kith.approval_answer for each row execute function kith.one_standing('request');

-- NOBODY APPROVES THEIR OWN: not who asked, not who wrote any version of what it is about, not who took the decision. Only who
-- asked withdraws; only who answered corrects.
create function kith.may_answer(whom uuid, request_line uuid, with_answer text, correcting uuid default null) returns boolean language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  r approval_request;
  own boolean;
begin
  select q.* into r from approval_request q where q.council = here() and q.child = whom and q.line = request_line and q.change <> 'retraction'
    and not exists (select from approval_request n where n.council = q.council and n.supersedes = q.id);
  if not found then return false; end if;
  if correcting is not null and not exists (select from approval_answer a where a.council = here() and a.id = correcting and a.recorded_by = me()
      and (a.answer = 'withdrawn') = (with_answer = 'withdrawn')) then return false; end if;
  if with_answer = 'withdrawn' then
    return exists (select from approval_request q where q.council = here() and q.id = request_line and q.recorded_by = me());
  end if;
  if exists (select from approval_request q where q.council = here() and q.line = request_line and q.recorded_by = me()) then return false; end if;
  execute format('select exists (select from %I where council = $1 and child = $2 and line = $3 and recorded_by = $4)', r.on_table)
    into own using here(), whom, r.on_line, me();
  if own or r.on_table = 'decision' and exists (select from decision d where d.council = here() and d.line = r.on_line and d.decided_by = me()) then
    return false;
  end if;
  return may_decide(whom, r.kind) and (r.of_person is null or r.of_person = me()) and (r.of_relation is null or i_stand_as(whom, array[r.of_relation]));
end $$;
alter function kith.may_answer(uuid, uuid, text, uuid) owner to kith_rules;
grant execute on function kith.may_answer(uuid, uuid, text, uuid) to kith_caseload, kith_wide;
call kith.only_writes('kith.approval_answer', 'kith.may_answer(child, request, answer, supersedes)');
