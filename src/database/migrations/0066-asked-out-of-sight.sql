-- What one person asked to have taken out of sight and nobody has agreed to yet: shown to whoever may ask and agree.
create function kith.asked_out_of_sight(whom uuid) returns table (request uuid, record uuid, reason text, asked_by uuid, asked timestamptz)
language sql stable security definer set search_path = kith, pg_temp as $$
  select o.id, o.record, o.reason, o.asked_by, o.asked from out_of_sight o
  where o.council = here() and o.child = whom and o.agreed is null and may(whom, 'takeOut', 'documents')
    and exists (select from word_key k where k.council = o.council and k.record = o.record)
  order by o.asked, o.id $$;
alter function kith.asked_out_of_sight(uuid) owner to kith_custodian;
grant execute on function kith.asked_out_of_sight(uuid) to kith_caseload, kith_wide;
