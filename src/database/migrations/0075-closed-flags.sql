-- How many flags of a return are of children whose record is closed to whoever asks, and of nobody else.

-- A hidden child and one of the asker's own family are in no count: what is left over would say that they are there. Only who
-- sees the council's duties is told a number; a record opened for a while counts among what is seen.
create policy rules on kith.return_flag for select to kith_rules using (true);
grant select on kith.return_flag to kith_rules;
create function kith.closed_flags(collection int) returns int language sql stable security definer set search_path = kith, pg_temp as $$
  select count(*)::int from return_flag f
    join kept_child k on k.council = f.council and k.child = f.child and k.kind = 'closed' and me() <> all (k.named)
  where f.council = here() and f.year = collection and f.gone is null
    and (council_scopes('see') & reference.scope_bits(array['duties'])) <> 0
    and not exists (select from own_child o where o.council = f.council and o.child = f.child and o.person = me())
    and not exists (select from visible_child v where v.council = f.council and v.child = f.child and v.person = me()
      and v.since <= now() and v.until > now() and (v.sees & reference.scope_bits(array['duties'])) <> 0) $$;
alter function kith.closed_flags(int) owner to kith_rules;
grant execute on function kith.closed_flags(int) to kith_caseload, kith_wide;
