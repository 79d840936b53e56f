-- A new kind of event is spoken of by the record of a child who came before it, too: from the day on which it could first be recorded.
-- What was owed earlier stays not known, and nothing becomes late by this. Called again by a migration that adds a kind.
create procedure kith.speaks_from_now_on() language plpgsql set search_path = kith, pg_temp as $$
declare
  -- what the form that brings a child into care says: it stands in one place
  said constant text := (select (regexp_match(prosrc, 'unnest\((array\[[^\]]+\])\)'))[1] from pg_proc where oid = 'kith.bring_in(uuid, uuid, date, boolean)'::regprocedure);
  events text[];
begin
  if said is null then raise exception 'bring_in does not say what it speaks of'; end if;
  execute 'select ' || said into events;
  insert into source_coverage (council, source, event, since, recorded_by)
    select s.council, s.id, e.event, (now() at time zone 'Europe/London')::date, s.recorded_by
    from source s cross join unnest(events) e (event)
    where s.kind = 'kith'
      and not exists (select from source_coverage v where v.council = s.council and v.source = s.id and v.event = e.event);
end $$;
call kith.speaks_from_now_on();
