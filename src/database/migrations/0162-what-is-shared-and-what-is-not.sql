-- What is shared and what is not.

-- A meeting that was set for several children at once is taken back from the record of each of them, or from none.

create or replace function kith.sent_in_one(of_table text, version uuid) returns table (written_to text, id uuid, child uuid)
language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  records constant oid[] := array(
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'source_key'
    where c.relnamespace = 'kith'::regnamespace and c.relkind = 'r' order by c.relname);
  main record;
  children uuid[];
  tables text[] := '{}';
  ids uuid[] := '{}';
  owners uuid[] := '{}';
  t oid;
  found record;
  pointers text;
  gone_on boolean;
begin
  if to_regclass(format('kith.%I', of_table)) is null or to_regclass(format('kith.%I', of_table)) <> all (records) then
    raise exception 'no table of the record: %', of_table;
  end if;
  execute format('select r.child, r.tx, r.recorded from %I r
    where r.council = $1 and r.id = $2 and r.line = r.id and r.recorded_by = $3', of_table) into main using here(), version, me();
  if main.child is null then return; end if;
  -- A note is written at once for several children, and a meeting is set for them.
  children := array(select main.child
    union select o.child from note n join note o on o.council = n.council and o.event = n.event
      where of_table = 'note' and n.council = here() and n.id = version
    union select o.child from story_note n join story_note o on o.council = n.council and o.event = n.event
      where of_table = 'story_note' and n.council = here() and n.id = version
    union select o.child from planned_meeting n join planned_meeting o on o.council = n.council and o.gathering = n.gathering
      where of_table = 'planned_meeting' and n.council = here() and n.id = version);

  foreach t in array records loop
    for found in execute format('select r.id, r.child from %s r
      where r.council = $1 and r.child = any ($2) and r.recorded_by = $3 and r.tx = $4 and r.recorded = $5', t::regclass)
      using here(), children, me(), main.tx, main.recorded
    loop
      tables := tables || (select relname::text from pg_class where oid = t);
      ids := ids || found.id;
      owners := owners || found.child;
    end loop;
  end loop;

  foreach t in array records loop
    select string_agg(format('r.%I = any ($2)', a.attname), ' or ') into pointers from pg_attribute a
    where a.attrelid = t and not a.attisdropped and (a.attname in ('line', 'on_line', 'about_line') or exists (
      select from pg_constraint k where k.conrelid = t and k.contype = 'f' and k.confrelid = any (records)
        and k.conkey[cardinality(k.conkey)] = a.attnum));
    execute format('select exists (select from %s r where r.council = $1 and r.child = any ($3) and r.id <> all ($2) and (%s))', t::regclass, pointers)
      into gone_on using here(), ids, children;
    if gone_on then return; end if;
  end loop;
  return query select s.written_to, s.id, s.child from unnest(tables, ids, owners) as s (written_to, id, child);
end $$;
alter function kith.sent_in_one(text, uuid) owner to kith_rules;

-- That an assessment of exploitation is to be approved is said in words about it: whoever may not read what is known of that, of
-- missing and of safety, reads neither the request nor, since it follows the request, the answer.
create policy assessments_seen on kith.approval_request as restrictive for select to kith_caseload, kith_wide
  using (on_table <> 'exploitation_assessment' or kith.may(child, 'see', 'missing'));
