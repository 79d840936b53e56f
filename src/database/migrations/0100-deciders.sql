-- Who may take a decision of a kind for a child, so that whoever asks can choose one by name: the asker is not among them. Told only
-- to those who see the plan of the child. As kith.may_decide, which still has the last word.
create function kith.deciders_of(whom uuid, of_kind text) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  with kind as (
    select reference.scope_bits(array[k.scope]) as bit, k.deciders from reference.decision_kind k where k.name = of_kind and may(whom, 'see', 'plan')
  )
  select v.person from kind k join visible_child v on v.council = here() and v.child = whom and v.since <= now() and v.until > now()
    and (v.approves & k.bit) <> 0 and (k.deciders = '{}' or v.relation = any (k.deciders))
    where v.person <> me()
  union
  select s.person from kind k join sees_council s on s.council = here() and s.since <= now() and s.until > now()
    and (s.approves & k.bit) <> 0 and (k.deciders = '{}' or s.relation = any (k.deciders))
    where s.person <> me()
      and not exists (select from kept_child o where o.council = here() and o.child = whom and s.person <> all (o.named))
      and not exists (select from own_child o where o.council = here() and o.child = whom and o.person = s.person) $$;
alter function kith.deciders_of(uuid, text) owner to kith_rules;
revoke all on function kith.deciders_of(uuid, text) from public;
grant execute on function kith.deciders_of(uuid, text) to kith_caseload, kith_wide;
