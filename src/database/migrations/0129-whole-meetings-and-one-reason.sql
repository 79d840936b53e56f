-- What came of a note that is taken back, and from which of it somebody has gone on: another version, or a row that points at it, of
-- any part of the record. Told of lines that the asker names; nothing is said of what was written.
create function kith.gone_on(whom uuid, lines uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  records constant oid[] := array(
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'source_key'
    where c.relnamespace = 'kith'::regnamespace and c.relkind = 'r' order by c.relname);
  t oid;
  pointers text;
begin
  if not may(whom, 'see', 'header') then return; end if;
  foreach t in array records loop
    select string_agg(format('r.%I = l', a.attname), ' or ') into pointers from pg_attribute a
    where a.attrelid = t and not a.attisdropped and (a.attname in ('line', 'on_line', 'about_line') or exists (
      select from pg_constraint k where k.conrelid = t and k.contype = 'f' and k.confrelid = any (records)
        and k.conkey[cardinality(k.conkey)] = a.attnum));
    return query execute format('select distinct l from unnest($3) l join %s r on r.council = $1 and r.child = $2 and r.id <> l and (%s)',
      t::regclass, pointers) using here(), whom, lines;
  end loop;
end $$;
alter function kith.gone_on(uuid, uuid[]) owner to kith_rules;
revoke all on function kith.gone_on(uuid, uuid[]) from public;
grant execute on function kith.gone_on(uuid, uuid[]) to kith_caseload, kith_wide;

-- Why a child was not spoken with alone is read by whoever sees the visit, or the review, of which it is the reason: who writes it
-- (0101) could neither see that one stands nor take it back.
create policy caseload_also_sees on kith.excuse for select to kith_caseload
  using (council = (select kith.here()) and ((rule = 'CP-25' and kith.may(child, 'see', 'visits')) or (rule = 'CP-15' and kith.may(child, 'see', 'reviews'))));
create policy wide_also_sees on kith.excuse for select to kith_wide
  using (council = (select kith.here()) and ((rule = 'CP-25' and kith.may(child, 'see', 'visits')) or (rule = 'CP-15' and kith.may(child, 'see', 'reviews'))));

-- One reason stands for a rule and what it is about, whoever writes.
create function kith.one_reason() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if new.change = 'retraction' then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.child::text, new.council));
  if exists (select from excuse r where r.council = new.council and r.child = new.child and r.rule = new.rule and r.occurrence = new.occurrence
      and r.line <> new.line and r.change <> 'retraction' and not exists (select from excuse n where n.council = r.council and n.supersedes = r.id)) then
    raise unique_violation using message = 'one stands already', constraint = 'one_standing_excuse';
  end if;
  return null;
end $$;
alter function kith.one_reason() owner to kith_rules;
create trigger one_standing after insert on kith.excuse for each row execute function kith.one_reason();

-- Whether anybody who stands by a child now would still know what is kept from everybody but these relations, and from these people:
-- a statement that is locked from all of them could be opened by nobody.
create function kith.somebody_may_know(whom uuid, relations text[], barred uuid[]) returns boolean
language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from visible_child v where v.council = here() and v.child = whom and v.since <= now() and v.until > now()
      and (relations is null or v.relation = any (relations)) and v.person <> all (coalesce(barred, '{}')))
    or exists (select from sees_council s where s.council = here() and s.since <= now() and s.until > now()
      and (relations is null or s.relation = any (relations)) and s.person <> all (coalesce(barred, '{}'))
      and not exists (select from kept_child o where o.council = here() and o.child = whom and s.person <> all (o.named))
      and not exists (select from own_child o where o.council = here() and o.child = whom and o.person = s.person)) $$;
alter function kith.somebody_may_know(uuid, text[], uuid[]) owner to kith_rules;
revoke all on function kith.somebody_may_know(uuid, text[], uuid[]) from public;
grant execute on function kith.somebody_may_know(uuid, text[], uuid[]) to kith_caseload, kith_wide;
