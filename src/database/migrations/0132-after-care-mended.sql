-- Leaving care put right: an adviser writes what they are there for, nobody stays a care leaver to whom nothing is owed, and the
-- clock reads whose contacts and whose advisers they are.

-- Whoever is named as the adviser of this child today, and sees their plan (decision 0156).
create function kith.advises(whom uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select may(whom, 'see', 'plan') and exists (select from allocation a
    where a.council = here() and a.child = whom and a.worker = me() and a.role = 'personal-adviser' and a.change <> 'retraction' and a.during @> day_here()
      and not exists (select from allocation n where n.council = a.council and n.supersedes = a.id)) $$;
alter function kith.advises(uuid) owner to kith_rules;
grant execute on function kith.advises(uuid) to kith_caseload, kith_wide;
do $advises$
declare
  t text;
begin
  foreach t in array array['needs_assessment', 'pathway_review_ask', 'pathway_review', 'leaver_contact', 'leaver_home', 'staying_put', 'care_leaver_answer'] loop
    call kith.also_writes(format('kith.%I', t)::regclass, 'kith.advises(child)');
  end loop;
end $advises$;

-- Short breaks are no time in care for this; nothing is owed after death, an adoption, another council, or being found an adult.
create temporary table were_alone on commit drop as
  select c.council, alone.child from door.council c, kith.alone_after_care(c.council) alone (child);
call kith.put_into('kith.leaver_spans(smallint, uuid)', 'and not exists (select from care_period n where n.council = c and n.supersedes = p.id)', $q$and not exists (select from care_period n where n.council = c and n.supersedes = p.id)
    and not exists (select from legal_basis s where s.council = c and s.child = k and s.kind like 'short breaks%' and s.change <> 'retraction'
      and coalesce(s.made, s.made_by) <= coalesce(p.began, p.began_by) and coalesce(s.ended, s.until, 'infinity') > coalesce(p.began, p.began_by)
      and not exists (select from legal_basis n where n.council = c and n.supersedes = s.id))
    and not exists (select from care_period l where l.council = c and l.child = k and l.ended >= p.ended and l.end_reason in ('E2', 'E3', 'E11', 'E12', 'E15')
      and l.change <> 'retraction' and not exists (select from care_period n where n.council = c and n.supersedes = l.id))$q$);

-- An agreement of short breaks that is recorded or put right after its time moves whose they are, as a birth date does.
create function kith.sight_after_breaks() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r record;
begin
  for r in
    select distinct a.council, a.child from added a
    where (a.kind like 'short breaks%' or exists (select from legal_basis b where b.council = a.council and b.id = a.supersedes and b.kind like 'short breaks%'))
      and exists (select from care_period p where p.council = a.council and p.child = a.child and p.ended is not null)
    order by 1, 2
  loop
    perform refresh_sight(r.council, r.child);
  end loop;
  return null;
end $$;
alter function kith.sight_after_breaks() owner to kith_rules;
create trigger sight after insert on kith.legal_basis referencing new table as added for each statement execute function kith.sight_after_breaks();

do $now$
declare
  r record;
begin
  for r in select w.council, w.child from were_alone w
    except select c.council, alone.child from door.council c, kith.alone_after_care(c.council) alone (child) order by 1, 2 loop
    perform kith.refresh_sight(r.council, r.child);
  end loop;
end $now$;

-- The clock reads the worker of each: a visit is the adviser's own.
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'day(r.happened), r.how, r.outcome, r.offered)', 'day(r.happened), r.how, r.outcome, r.offered, r.made_by)');
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)',
  $q$'advisers', (select json_agg(json_build_array(r.line, ms(case when r.line = r.id then r.recorded else (select f.recorded from allocation f where f.council = r.council and f.id = r.line) end), day(lower(r.during)), day(upper(r.during)))$q$,
  $q$'advisers', (select json_agg(json_build_array(r.line, ms(case when r.line = r.id then r.recorded else (select f.recorded from allocation f where f.council = r.council and f.id = r.line) end), day(lower(r.during)), day(upper(r.during)), r.worker)$q$);
