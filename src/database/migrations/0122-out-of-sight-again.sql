-- What was taken out of sight, as ids, for a list beside the seals: a backup from before that moment still holds the keys, and a
-- restore takes those words out of sight anew (decision 0150).
create function kith.taken_out_of_sight() returns table (id uuid, record uuid, child uuid, reason text, asked_by uuid, asked timestamptz, agreed_by uuid, agreed timestamptz)
language sql stable security definer set search_path = kith, pg_temp as $$
  select o.id, o.record, o.child, o.reason, o.asked_by, o.asked, o.agreed_by, o.agreed from out_of_sight o
  where o.council = here() and o.agreed is not null order by o.agreed, o.id $$;
alter function kith.taken_out_of_sight() owner to kith_custodian;
grant execute on function kith.taken_out_of_sight() to kith_service;
