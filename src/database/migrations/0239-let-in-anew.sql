-- Whoever of an organisation was let in to a child is let in no longer once their agreement, its purpose or their work there is over
-- (decision 0245): the row ends with it. That an agreement runs again, is for that again, or that somebody is back lets nobody in: whoever
-- manages the work with the child says so anew. And the lock of a page is asked as the policies of the tables are.

-- Across children a part gives people of organisations nothing, but for counts for members, which are of the whole council and name nobody.
create or replace function kith.stands_as(relations text[]) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select not exists (select from organisation_worker where council = here() and person = me()) and (
       exists (select from visible_child where council = here() and person = me() and relation = any (relations) and since <= now() and until > now())
    or exists (select from sees_council where council = here() and person = me() and relation = any (relations) and since <= now() and until > now()))
    or 'member' = any (relations) and exists (select from sees_council where council = here() and person = me() and relation = 'member' and since <= now() and until > now()) $$;

-- What stands for these people and is not in `stays` ends now, in the name of whoever changed what was agreed. `stays`: relations.
create function kith.end_what_was_let(c smallint, people uuid[], stays text[], by_whom uuid) returns void language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  -- one writer per child at a time, as everywhere
  perform pg_advisory_xact_lock(hashtextextended(k.child::text, c))
    from (select distinct s.child from standing_relation s where s.council = c and s.person = any (people) and s.child is not null order by 1) k;
  insert into standing_relation (council, id, line, supersedes, person, child, relation, since, until, retracted, reason, recorded_by)
    select s.council, new_id(), s.line, s.id, s.person, s.child, s.relation, s.since, greatest(now(), s.since + interval '1 microsecond'), false, s.reason, by_whom
    from standing_relation s
    where s.council = c and s.person = any (people) and not s.retracted and s.until > now() and s.relation <> all (stays)
      and not exists (select from standing_relation n where n.council = c and n.supersedes = s.id);
end $$;
-- Which relations an agreement gives now or, where it has yet to begin, from its first day; once it is over, none.
create function kith.gives_on(c smallint, agreed kith.organisation) returns text[] language sql stable set search_path = kith, pg_temp as $$
  select coalesce(array_agg(r.relation), '{}') from door.council d
    cross join lateral kith.sight_span(d.stands_on, daterange(agreed.since, agreed.until)) s
    join reference.purpose q on q.name = any (agreed.purposes) cross join lateral unnest(q.relations) r (relation)
  where d.council = c and agreed.until > agreed.since and s.until > s.since and s.until > now() $$;
create function kith.begins_later(c smallint, agreed kith.organisation) returns boolean language sql stable set search_path = kith, pg_temp as $$
  select exists (select from door.council d
    cross join lateral kith.sight_span(d.stands_on, daterange(agreed.since, agreed.until)) s
  where d.council = c and agreed.until > agreed.since and s.until > s.since and s.since > now()) $$;

-- A backup is put back as it was: what ended has its row there already.
create or replace function kith.organisation_changed() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  agreed organisation;
  before organisation;
  stays text[];
  of_theirs uuid[];
begin
  for agreed in select * from added order by council, line loop
    -- after whoever is being let in at this moment; whoever is let in then reads what stands now
    perform pg_advisory_xact_lock(hashtextextended(agreed.line::text, agreed.council));
    of_theirs := array(select distinct w.person from organisation_worker w where w.council = agreed.council and w.organisation = agreed.line);
    select * into before from organisation o where o.council = agreed.council and o.id = agreed.supersedes;
    if before.id is not null and current_setting('role') <> 'kith_restore' then
      -- both give it, and there are no days between them
      stays := case when begins_later(agreed.council, agreed) and not begins_later(agreed.council, before) then '{}'
        else array(select unnest(gives_on(agreed.council, agreed)) intersect select unnest(gives_on(agreed.council, before))) end;
      perform end_what_was_let(agreed.council, of_theirs, stays, agreed.recorded_by);
    end if;
    perform sight_as_agreed(agreed.council, of_theirs);
  end loop;
  return null;
end $$;
create or replace function kith.organisation_worker_changed() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  works organisation_worker;
begin
  for works in select * from added order by council, person loop
    perform pg_advisory_xact_lock(hashtextextended(works.organisation::text, works.council));
    -- left, or back: nothing that stood before
    if works.supersedes is not null and current_setting('role') <> 'kith_restore'
       and (not works.works_there or exists (select from organisation_worker o where o.council = works.council and o.id = works.supersedes and not o.works_there)) then
      perform end_what_was_let(works.council, array[works.person], '{}', works.recorded_by);
    end if;
    perform sight_as_agreed(works.council, array[works.person]);
  end loop;
  return null;
end $$;
do $own$
declare
  f text;
begin
  foreach f in array array['end_what_was_let(smallint, uuid[], text[], uuid)', 'gives_on(smallint, kith.organisation)', 'begins_later(smallint, kith.organisation)'] loop
    execute format('revoke all on function kith.%s from public', f);
    execute format('alter function kith.%s owner to kith_rules', f);
  end loop;
end $own$;
