-- Which parts of a child's record are open to whoever asks, all at once: kith.may answers for one part, and a page asks of each.
create function kith.open_scopes(whom uuid) returns table (scope text, sees boolean, writes boolean)
language sql stable security definer set search_path = kith, pg_temp as $$
  with own as (
    select coalesce(bit_or(v.sees), 0) as sees, coalesce(bit_or(v.writes), 0) as writes from visible_child v
    where v.council = here() and v.person = me() and v.child = whom and v.since <= now() and v.until > now()
  ), wide as (
    select council_scopes('see') as sees, council_scopes('write') as writes
    where whom not in (select kept_from_me()) and exists (select from child c where c.council = here() and c.id = whom)
  ), open as (
    select own.sees | coalesce(wide.sees, 0) as sees, own.writes | coalesce(wide.writes, 0) as writes from own left join wide on true
  )
  select s.name, (open.sees & s.bit) <> 0, (open.writes & s.bit) <> 0 from open, reference.scope s $$;
alter function kith.open_scopes(uuid) owner to kith_rules;
revoke all on function kith.open_scopes(uuid) from public;
grant execute on function kith.open_scopes(uuid) to kith_caseload, kith_wide, kith_service;
