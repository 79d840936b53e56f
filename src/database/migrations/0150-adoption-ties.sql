-- What leads from a sealed record to another one, and is on no page of that other: that the child is known here again, as a new record;
-- and that a brother or sister, in whose family the sealed child has no name, may read it again. Proposed by one who is named in the
-- seal, agreed by another; read by those who are named, from within a look of their own, and by nobody else.

create table kith.adoption_tie (like door.record_shape including defaults including constraints,
  other uuid not null,                                           -- `child` is the sealed record
  kind text not null check (kind in ('known again', 'shown to')),
  step text not null check (step in ('proposed', 'agreed', 'refused', 'ended')),
  constraint two_records check (child <> other),
  foreign key (council, other) references kith.child (council, id)
);
call kith.make_record('kith.adoption_tie', 'adoption');

-- Who is named in the seal as it stands; nobody, where none stands.
create function kith.named_in_seal(whom uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from adoption_seal s where s.council = here() and s.child = whom and me() = any (s.named) and s.step <> 'opened'
    and s.change <> 'retraction' and not exists (select from adoption_seal n where n.council = s.council and n.supersedes = s.id)) $$;
alter function kith.named_in_seal(uuid) owner to kith_rules;
grant execute on function kith.named_in_seal(uuid) to kith_caseload, kith_wide;
create policy named_only on kith.adoption_tie as restrictive for select to kith_caseload, kith_wide using (kith.named_in_seal(child));
create policy no_service on kith.adoption_tie as restrictive for select to kith_service using (false);

-- The records in whose family the sealed child stands, by their number: whose they are is for who sees them.
create function kith.tied_to_sealed(whom uuid) returns table (child uuid, number text) language sql stable security definer set search_path = kith, pg_temp as $$
  select distinct l.child, coalesce((select i.value from child_identifier i where i.council = l.council and i.child = l.child and i.issuer = 'ssda903'
      and i.change <> 'retraction' order by i.recorded desc limit 1), l.child::text)
  from family_link l
  where l.council = here() and l.other_child = whom and l.change <> 'retraction' and named_in_seal(whom) and may(whom, 'see', 'adoption')
    and not exists (select from family_link n where n.council = l.council and n.supersedes = l.id) order by 2 $$;
alter function kith.tied_to_sealed(uuid) owner to kith_rules;
grant execute on function kith.tied_to_sealed(uuid) to kith_caseload, kith_wide;

create function kith.may_step_tie(whom uuid, of_other uuid, of_kind text, to_step text, of_version uuid) returns boolean
language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  was adoption_tie;
begin
  if not may(whom, 'approve', 'adoption') or not named_in_seal(whom) then return false; end if;
  if of_version is null then
    return to_step = 'proposed'
      and case of_kind when 'known again' then may(of_other, 'see', 'header') else of_other in (select t.child from tied_to_sealed(whom) t) end
      and not exists (select from adoption_tie r where r.council = here() and r.child = whom and r.kind = of_kind and (r.other = of_other or r.kind = 'known again')
        and r.step in ('proposed', 'agreed') and r.change <> 'retraction' and not exists (select from adoption_tie n where n.council = r.council and n.supersedes = r.id));
  end if;
  select r.* into was from adoption_tie r where r.council = here() and r.id = of_version and r.child = whom and r.other = of_other and r.kind = of_kind;
  if not found then return false; end if;
  return case to_step
    when 'agreed' then was.step = 'proposed' and was.recorded_by <> me()
    when 'refused' then was.step = 'proposed'
    when 'ended' then was.step = 'agreed'
    else false end;
end $$;
alter function kith.may_step_tie(uuid, uuid, text, text, uuid) owner to kith_rules;
grant execute on function kith.may_step_tie(uuid, uuid, text, text, uuid) to kith_caseload, kith_wide;
call kith.only_writes('kith.adoption_tie', $$change in ('first', 'change') and kith.may_step_tie(child, other, kind, step, supersedes)$$);

-- Where it was agreed that a brother or sister may read it, the name stands in their record again: the one that stood there.
do $shown$
begin
  call kith.put_into('kith.sealed_relatives()', 'and not exists (select from family_link n where n.council = l.council and n.supersedes = l.id)',
    $q$and not exists (select from family_link n where n.council = l.council and n.supersedes = l.id)
    and not exists (select from adoption_tie t where t.council = l.council and t.child = s.child and t.other = l.child and t.kind = 'shown to' and t.step = 'agreed'
      and not exists (select from adoption_tie n where n.council = t.council and n.supersedes = t.id))$q$);
end $shown$;
