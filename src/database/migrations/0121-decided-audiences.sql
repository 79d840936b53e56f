-- Who may know a statement, and the decision behind it: by whom, until when, under which order. Names, birth dates and codes
-- of identity get what addresses have; documents and paragraphs of notes get the decision (decision 0149).

alter table kith.audience_decision
  add column decided_by uuid,                                    -- who works here; null: a court, or said in the words
  add column until date,                                         -- looked at again on that day; nothing opens by itself
  add column legal_basis uuid,                                   -- the line of the order
  add column withheld_from uuid[],                               -- lines of people around the child who must not be told
  add foreign key (council, decided_by) references kith.person,
  add foreign key (council, child, legal_basis) references kith.legal_basis (council, child, id),
  drop constraint audience_decision_power_check,
  add constraint audience_decision_power_check check (power in ('court order', 'Children Act 1989 Sch 2 para 15(4)', 'safety of the child',
    'wish of the child', 'carer''s safety', 'private to whom it is about', 'told in confidence', 'terms of the source', 'legal advice', 'safety of somebody else')),
  add constraint looked_at_again_later check (until is null or until > decided),
  add constraint withheld_under_an_order check (power <> 'Children Act 1989 Sch 2 para 15(4)' or legal_basis is not null) not valid;
grant insert (decided_by, until, legal_basis, withheld_from) on kith.audience_decision to kith_caseload, kith_wide, kith_service;

-- Whom the words are withheld from is somebody around this child.
create function kith.keep_withheld() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if exists (select from unnest(new.withheld_from) w (person) where not exists (
      select from family_person f where f.council = new.council and f.child = new.child and f.id = w.person and f.line = f.id)) then
    raise foreign_key_violation using message = 'nobody around this child', constraint = 'withheld_from_somebody_around_the_child';
  end if;
  return null;
end $$;
alter function kith.keep_withheld() owner to kith_rules;
create trigger keep after insert on kith.audience_decision for each row when (new.withheld_from is not null) execute function kith.keep_withheld();

do $statements$
declare
  t text;
begin
  foreach t in array array['child_name', 'birth_claim', 'identity_code'] loop
    execute format($q$alter table kith.%I
      add column audience text[] check (cardinality(audience) > 0),
      add column must_not_know uuid[],
      add column audience_decision uuid,
      add constraint audience_is_decided check ((audience is null and must_not_know is null) or audience_decision is not null)$q$, t);
    execute format('grant insert (audience, must_not_know, audience_decision) on kith.%I to kith_caseload, kith_wide, kith_service', t);
    call kith.wall_lines(format('kith.%I', t)::regclass);
  end loop;
  foreach t in array array['document', 'note_paragraph', 'story_note_paragraph'] loop
    execute format('alter table kith.%I add column audience_decision uuid', t);
    execute format('grant insert (audience_decision) on kith.%I to kith_caseload, kith_wide, kith_service', t);
  end loop;
  foreach t in array array['child_name', 'birth_claim', 'identity_code', 'document', 'note_paragraph', 'story_note_paragraph'] loop
    execute format('alter table kith.%I add foreign key (council, child, audience_decision) references kith.audience_decision (council, child, id) deferrable initially deferred', t);
  end loop;
  foreach t in array array['audience_decision', 'child_name', 'birth_claim', 'identity_code', 'document', 'note_paragraph', 'story_note_paragraph'] loop
    execute format('create or replace view kith.%1$I with (security_invoker = true) as select r.* from kith.%2$I r where r.change <> ''retraction''
      and not exists (select from kith.%2$I n where n.council = r.council and n.supersedes = r.id)', t || '_current', t);
  end loop;
end $statements$;

-- A decision says why something is kept from people, often by naming it: it is read only by whoever reads a statement that
-- rests on it, whatever part of the record that stands in. Called again by a migration that lets another table rest on one.
create procedure kith.wall_decisions() language plpgsql set search_path = kith, pg_temp as $$
declare
  here constant text := 'council = (select kith.here())';
  mine constant text := 'select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and v.%s <> 0';
  rests text := (
    select string_agg(format('exists (select from kith.%1$I said where said.council = audience_decision.council and said.child = audience_decision.child and said.audience_decision = audience_decision.line)', c.relname), ' or ' order by c.relname)
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'audience_decision' and not a.attisdropped
    where c.relnamespace = 'kith'::regnamespace and c.relkind = 'r');
begin
  drop policy if exists caseload_sees on kith.audience_decision;
  drop policy if exists wide_sees on kith.audience_decision;
  execute format('create policy caseload_sees on kith.audience_decision for select to kith_caseload using (%s and child = any (array(%s)) and (%s))', here, format(mine, 'sees'), rests);
  execute format('create policy wide_sees on kith.audience_decision for select to kith_wide using (%s and (child in (%s) or (select kith.council_scopes(''see'')) <> 0 and child <> all (array(select kith.kept_from_me()))) and (%s))',
    here, format(mine, 'sees'), rests);
end $$;
call kith.wall_decisions();
-- Whoever writes a part of the record decides who may know what they write there; a decision alone opens and closes nothing.
call kith.also_writes('kith.audience_decision', $w$
  child in (select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and v.writes <> 0)
  or ((select kith.council_scopes('write')) <> 0 and child <> all (array(select kith.kept_from_me())))$w$);

-- A name that is kept from people is not told for the return either (as in 0081).
create or replace function kith.names_to_mend() returns table (child uuid, until timestamptz, id uuid, line uuid, kind text, since date, said bytea)
language sql stable security definer set search_path = kith, pg_temp as $$
  select n.child, g.until, n.id, n.line, n.kind, n.since, n.said
  from (select r.child, max(r.until) as until from return_naming r
        where r.council = here() and r.person = me() and r.until > now() group by r.child) g
    join child_name_current n on n.council = here() and n.child = g.child and n.audience is null and n.must_not_know is null
  where i_am('analyst') and g.child not in (select kept_from_me())
    and exists (select from return_flag f where f.council = here() and f.child = g.child and f.gone is null) $$;

-- What was handed on under terms: packs, profiles, prints and copies leave it out until somebody named lets it in, for one use.
-- That whoever it came from was told, and that they agreed, are two facts; without their agreement, the power relied on.
create table kith.document_release (like door.record_shape including defaults including constraints,
  document   uuid not null,
  goes_into  text[] not null check (cardinality(goes_into) > 0 and goes_into <@ array['pack', 'profile', 'print', 'copy']),
  decided    date not null,
  decided_by uuid not null,
  until      date,                                               -- left out again from that day
  told       text not null check (told in ('yes', 'no')),
  agreed     text not null check (agreed in ('yes', 'no', 'not asked')),
  power      text not null check (power in ('their agreement', 'court order', 'duty under an Act', 'to keep a child safe', 'legal adviser agreed', 'request for one''s own record')),
  foreign key (council, decided_by) references kith.person,
  constraint let_in_for_some_time check (until is null or until > decided),
  constraint agreement_was_given check (power <> 'their agreement' or agreed = 'yes'),
  constraint agreed_after_being_told check (agreed <> 'yes' or told = 'yes')
);
call kith.make_record('kith.document_release', 'documents');
call kith.follow('kith.document_release', 'document', 'kith.document');
create trigger one_standing after insert on kith.document_release for each row execute function kith.one_standing('document');

-- What may go into a pack, a profile, a print or a copy: the only place where that is decided. Looks with the eyes of who asks.
grant execute on function kith.day_here() to kith_caseload, kith_wide, kith_service;
create view kith.document_let_in with (security_invoker = true) as
  select d.council, d.child, d.line, u.goes_into from kith.document_current d
    cross join unnest(array['pack', 'profile', 'print', 'copy']) u (goes_into)
  where d.terms = 'own' or exists (
    select from kith.document_release_current r where r.council = d.council and r.child = d.child and r.document = d.line
      and u.goes_into = any (r.goes_into) and (r.until is null or r.until > (select kith.day_here())));
grant select on kith.document_let_in to kith_caseload, kith_wide, kith_service;
